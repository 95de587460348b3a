"""Writes locked-backup.json: a small encrypted backup of nobody, made from the description of the format by other means.

python3 test/peers/locked_backup.py > test/peers/locked-backup.json     (needs the package `cryptography`)
Nothing in it comes from the reader or from the generator of samples. The same every time: all keys are hashes.
"""
import base64, hashlib, json, os, plistlib, sqlite3, struct, tempfile
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.keywrap import aes_key_wrap

PASSWORD = "grün & 🔑"
MADE = __import__("datetime").datetime(2026, 2, 1, 8, 0, 0)


def secret(name, length=32):
    return hashlib.shake_256(name.encode()).digest(length)


def tlv(tag, value):
    value = struct.pack(">I", value) if isinstance(value, int) else value
    return tag.encode() + struct.pack(">I", len(value)) + value


outer, inner = secret("outer salt", 20), secret("inner salt", 20)
key = hashlib.pbkdf2_hmac("sha256", PASSWORD.encode("utf-8"), outer, 3000, 32)
key = hashlib.pbkdf2_hmac("sha1", key, inner, 700, 32)
class_keys = {number: secret(f"class {number}") for number in range(1, 12)}

bag = tlv("VERS", 5) + tlv("TYPE", 1) + tlv("UUID", secret("bag", 16)) + tlv("HMCK", secret("hmac", 40)) + tlv("WRAP", 0)
bag += tlv("SALT", inner) + tlv("ITER", 700) + tlv("DPWT", 1) + tlv("DPIC", 3000) + tlv("DPSL", outer)
# The lowest class first, as some tools write them; devices begin with the highest.
for number, class_key in class_keys.items():
    wrap = 3 if number in (5, 9, 10, 11) else 2
    bag += tlv("UUID", secret(f"uuid {number}", 16)) + tlv("CLAS", number) + tlv("WRAP", wrap) + tlv("KTYP", 0)
    bag += tlv("WPKY", aes_key_wrap(key, class_key))
bag += b"\0\0\0\0"


def under(number, plain):
    return struct.pack("<I", number) + aes_key_wrap(class_keys[number], plain)


def details(path, size, number, name):
    uid = plistlib.UID
    objects = ["$null", {}, path]
    fields = {"RelativePath": uid(2), "Size": size, "ProtectionClass": number, "Flags": 0, "LastModified": 1769000000}
    fields["Mode"] = 0o100644 if size else 0o40755
    if size:
        objects += [{"$class": uid(4), "NS.data": under(number, secret(name))}]
        objects += [{"$classname": "NSMutableData", "$classes": ["NSMutableData", "NSData", "NSObject"]}]
        fields["EncryptionKey"] = uid(3)
    objects += [{"$classname": "MBFile", "$classes": ["MBFile", "NSObject"]}]
    fields["$class"] = uid(len(objects) - 1)
    objects[1] = fields
    archive = {"$version": 100000, "$archiver": "NSKeyedArchiver", "$top": {"root": uid(1)}, "$objects": objects}
    return plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)


path = os.path.join(tempfile.mkdtemp(), "Manifest.db")
database = sqlite3.connect(path)
database.execute("PRAGMA page_size = 512")
database.execute(
    "CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB)"
)
database.execute("CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB)")
for domain, name, size, number in [
    ("HomeDomain", "Library", 0, 0),
    ("HomeDomain", "Library/SMS/sms.db", 123456, 4),
    ("CameraRollDomain", "Media/DCIM/100APPLE/IMG_0001.HEIC", 2000001, 3),
    ("HealthDomain", "Health/healthdb_secure.sqlite", 777, 2),
]:
    file_id = hashlib.sha1(f"{domain}-{name}".encode()).hexdigest()
    row = (file_id, domain, name, 1 if size else 2, details(name, size, number, name))
    database.execute("INSERT INTO Files VALUES (?, ?, ?, ?, ?)", row)
database.commit()
database.close()
plain = open(path, "rb").read()
padding = 16 - len(plain) % 16
locker = Cipher(algorithms.AES(secret("list")), modes.CBC(bytes(16))).encryptor()
locked = locker.update(plain + bytes([padding]) * padding) + locker.finalize()

files = {
    "Info.plist": plistlib.dumps({"Product Type": "iPhone14,4", "Product Version": "16.4"}),
    "Manifest.plist": plistlib.dumps(
        {
            "BackupKeyBag": bag,
            "Date": MADE,
            "IsEncrypted": True,
            "Lockdown": {"ProductVersion": "16.4", "ProductType": "iPhone14,4"},
            "ManifestKey": under(4, secret("list")),
            "SystemDomainsVersion": "24.0",
            "Version": "10.0",
            "WasPasscodeSet": True,
        },
        fmt=plistlib.FMT_BINARY,
    ),
    "Status.plist": plistlib.dumps(
        {
            "BackupState": "new",
            "Date": MADE,
            "IsFullBackup": True,
            "SnapshotState": "finished",
            "UUID": "00000000-0000-4000-8000-000000000001",
            "Version": "3.3",
        },
        fmt=plistlib.FMT_BINARY,
    ),
    "Manifest.db": locked,
}
made = {"password": PASSWORD, "files": {name: base64.b64encode(data).decode() for name, data in files.items()}}
print(json.dumps(made, indent=2, ensure_ascii=False))
