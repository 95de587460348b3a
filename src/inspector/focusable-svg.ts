import { options } from 'preact';

// In SVG the names of attributes keep their capitals, and `tabIndex` would make nothing focusable.
const before = options.vnode;
options.vnode = (node) => {
  if (typeof node.type === 'string' && 'tabIndex' in node.props) {
    const { tabIndex, ...props } = node.props;
    node.props = Object.assign(props, { tabindex: tabIndex });
  }
  before?.(node);
};
