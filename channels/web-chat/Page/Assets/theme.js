// How Web Chat looks here. The colours are those of chat.css, so that they follow the person's light or dark mode.
export const styleOptions = {
  accent: 'var(--accent)',
  backgroundColor: 'transparent',
  bubbleBackground: 'var(--bubble)',
  bubbleBorderColor: 'transparent',
  bubbleBorderRadius: 16,
  bubbleBorderWidth: 0,
  bubbleFromUserBackground: 'var(--own)',
  bubbleFromUserBorderColor: 'transparent',
  bubbleFromUserBorderRadius: 16,
  bubbleFromUserBorderWidth: 0,
  bubbleFromUserTextColor: 'var(--own-text)',
  bubbleMaxWidth: 560,
  bubbleTextColor: 'var(--bubble-text)',
  cardEmphasisBackgroundColor: 'var(--hover)',
  cardPushButtonBackgroundColor: 'var(--accent)',
  cardPushButtonTextColor: 'var(--on-accent)',
  monospaceFont: 'ui-monospace, Consolas, monospace',
  paddingRegular: 14,
  primaryFont: 'var(--font)',
  sendBoxBackground: 'var(--panel)',
  sendBoxBorderTop: '1px solid var(--line)',
  sendBoxButtonColor: 'var(--accent)',
  sendBoxButtonColorOnDisabled: 'var(--text-soft)',
  sendBoxHeight: 56,
  sendBoxPlaceholderColor: 'var(--text-soft)',
  sendBoxTextColor: 'var(--text)',
  subtle: 'var(--text-soft)',
  suggestedActionBackgroundColor: 'var(--panel)',
  suggestedActionBackgroundColorOnActive: 'var(--hover)',
  suggestedActionBackgroundColorOnFocus: 'var(--hover)',
  suggestedActionBackgroundColorOnHover: 'var(--hover)',
  suggestedActionBorderColor: 'var(--accent)',
  suggestedActionBorderRadius: 20,
  suggestedActionBorderWidth: 1,
  suggestedActionHeight: 40,
  suggestedActionLayout: 'flow',
  suggestedActionTextColor: 'var(--accent)',
  timestampColor: 'var(--text-soft)',
  transcriptOverlayButtonBackground: 'var(--panel)',
  transcriptOverlayButtonColor: 'var(--text)',
  typingAnimationDuration: 5000
};

const on = subtle => color => ({ default: color, subtle });
const readable = on('var(--text-soft)');
const foregroundColors = {
  accent: readable('var(--accent)'),
  attention: readable('var(--bad)'),
  dark: readable('var(--text)'),
  default: readable('var(--text)'),
  good: readable('var(--good)'),
  light: readable('var(--text-soft)'),
  warning: readable('var(--busy)')
};
const container = backgroundColor => ({ backgroundColor, foregroundColors });

/** For Adaptive Cards: sizes as in Web Chat, colours as on the page. */
export const adaptiveCardsHostConfig = {
  actions: {
    actionAlignment: 'left',
    actionsOrientation: 'horizontal',
    buttonSpacing: 8,
    maxActions: 100,
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    spacing: 'default'
  },
  adaptiveCard: { allowCustomStyle: false },
  containerStyles: {
    accent: container('var(--hover)'),
    attention: container('var(--notice)'),
    default: { foregroundColors },
    emphasis: container('var(--emphasis)'),
    good: container('var(--emphasis)'),
    warning: container('var(--notice)')
  },
  factSet: {
    spacing: 8,
    title: { color: 'default', isSubtle: true, maxWidth: 150, size: 'default', weight: 'default', wrap: true },
    value: { color: 'default', isSubtle: false, size: 'default', weight: 'default', wrap: true }
  },
  fontFamily: 'var(--font)',
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  imageSizes: { large: 160, medium: 80, small: 40 },
  separator: { lineColor: 'var(--line)', lineThickness: 1 },
  supportsInteractivity: true,
  textBlock: { headingLevel: 2 }
};
