// The same dialog on Bot Builder for Node: a waterfall with a text prompt. State in memory only; no app id, so no authentication.
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ActivityHandler, MemoryStorage, ConversationState } = require('botbuilder');
const { DialogSet, WaterfallDialog, TextPrompt, DialogTurnStatus } = require('botbuilder-dialogs');
const express = require('express');

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (context, error) => { console.error('turn error', error.message); };
const state = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(state.createProperty('DialogState'));
dialogs.add(new TextPrompt('name'));
dialogs.add(new WaterfallDialog('main', [
  async step => step.prompt('name', 'What is your name?'),
  async step => { await step.context.sendActivity('Hi ' + step.result); return step.endDialog(); },
]));

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const dialog = await dialogs.createContext(context);
      const result = await dialog.continueDialog();
      if (result.status === DialogTurnStatus.empty) await dialog.beginDialog('main');
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await state.saveChanges(context, false);
  }
}

const bot = new Bot();
const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) => adapter.process(request, response, context => bot.run(context)));
app.listen(+(process.env.PORT || 3990), '127.0.0.1');
