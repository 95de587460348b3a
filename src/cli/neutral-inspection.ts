import type { AnyActorRef, InspectionEvent } from 'xstate';

/** As much of an actor as an inspector reads. */
interface SeenActor {
  readonly sessionId: string;
  readonly id: string;
  readonly logic: unknown;
  readonly _parent: { readonly sessionId: string } | undefined;
  readonly getSnapshot: () => unknown;
}

/**
 * What may leave this computer of an inspection event: which machine is in which state and which kind of event it got.
 * Contexts, inputs, outputs and what an event carries name accounts, backups and items; they stay here. Not left to
 * the sender's own options, which it does not heed in Node. `undefined` for what an inspector has no use for.
 */
export function neutralInspection(event: InspectionEvent): InspectionEvent | undefined {
  const actorRef = seenActor(event.actorRef as AnyActorRef);
  const { rootId } = event;
  if (event.type === '@xstate.actor') return { type: event.type, rootId, actorRef };
  if (event.type === '@xstate.event')
    return {
      type: event.type,
      rootId,
      actorRef,
      event: neutralEvent(event.event),
      sourceRef: event.sourceRef && seenActor(event.sourceRef as AnyActorRef),
    };
  if (event.type === '@xstate.snapshot') {
    const snapshot = neutralSnapshot(event.snapshot) as typeof event.snapshot;
    return { type: event.type, rootId, actorRef, event: neutralEvent(event.event), snapshot };
  }
  return undefined;
}

const neutralEvent = ({ type }: { readonly type: string }) => ({
  // XState appends the id of the actor that ended.
  type: type.replace(/^(xstate\.(?:done|error)\.actor)\..*/, '$1'),
});

/** An inspector reads no more of an actor than this; XState's type asks for all that an actor can do. */
function seenActor(actor: AnyActorRef): AnyActorRef {
  const { sessionId, logic } = actor as AnyActorRef & {
    readonly logic?: { readonly config?: { readonly id?: string } };
  };
  const parent = actor._parent;
  const told: SeenActor = {
    sessionId,
    id: logic?.config?.id ?? 'actor',
    logic,
    _parent: parent && { sessionId: parent.sessionId },
    // Not now: an actor that is being made has none yet.
    getSnapshot: () => neutralSnapshot(actor.getSnapshot()),
  };
  return told as unknown as AnyActorRef;
}

function neutralSnapshot(snapshot: unknown): unknown {
  // Of an actor that has no snapshot yet nothing is told but that it runs.
  const told = snapshot as { readonly status?: string; readonly value?: unknown } | undefined;
  if (told?.status === undefined) return { status: 'active', value: undefined, context: {} };
  return { status: told.status, value: told.value, context: {} };
}
