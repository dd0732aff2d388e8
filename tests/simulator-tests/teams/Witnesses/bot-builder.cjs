// A bot of Bot Builder, Microsoft's own SDK, that the simulator's Teams talks to. It answers on the port that it is given, lets a
// person write to it, does once each thing that bots do by the Connector, and prints what came of it.
const http = require('http');
const { ActivityHandler, CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory, TeamsInfo, TurnContext } = require('botbuilder');
const { AppCredentials, AuthenticationConstants, ConnectorClient } = require('botframework-connector');

const { simulator, port, appId, secret, tenant } = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));

// MSAL takes no loopback address for a login service, so the request for the token is made here; signing and caching are the SDK's.
class Credentials extends AppCredentials {
  async refreshToken() {
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: appId, client_secret: secret, scope: `${this.oAuthScope}/.default` });
    const answer = await (await fetch(`${simulator}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body: form })).json();
    return { accessToken: answer.access_token, expiresOn: new Date(Date.now() + answer.expires_in * 1000) };
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(
  {
    // Where the keys lie is the simulator's; all else is as the SDK has it for the public cloud.
    ToBotFromChannelOpenIdMetadataUrl: `${simulator}/v1/.well-known/openidconfiguration`,
    ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
  },
  {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (id, scope) => new Credentials(id, tenant, scope),
  }));
const faults = [];
setTimeout(() => {
  console.error(JSON.stringify({ seen, results, statuses, faults }));
  process.exit(1);
}, 60000).unref();
adapter.onTurnError = async (_, error) => faults.push(String(error.stack ?? error));

const seen = [];
const results = {};
let written;
const done = new Promise((resolve) => { written = resolve; });

const bot = new ActivityHandler();
bot.onInstallationUpdate(async (context, next) => { seen.push(`installation ${context.activity.action}`); await next(); });
bot.onMembersAdded(async (context, next) => { seen.push(`members ${context.activity.membersAdded.length}`); await next(); });
bot.onMessage(async (context, next) => {
  seen.push(`message ${TurnContext.removeRecipientMention(context.activity) ?? context.activity.text}`);
  try {
    await answer(context);
  } finally {
    await next();
    written();
  }
});

async function answer(context) {
  const client = context.turnState.get(context.adapter.ConnectorClientKey);
  results.isConnectorClient = client instanceof ConnectorClient;
  await context.sendActivity({ type: 'typing' });
  const sent = await context.sendActivity(`You said ${context.activity.text}`);
  results.replied = sent.id;
  await context.updateActivity({ ...MessageFactory.text('Changed'), id: sent.id, conversation: context.activity.conversation });
  const card = await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'A card' }] })));
  const second = await context.sendActivity('Gone soon');
  await context.deleteActivity(second.id);
  results.card = card.id;
  results.members = (await TeamsInfo.getPagedMembers(context)).members.map((member) => member.userPrincipalName);
  results.member = (await TeamsInfo.getMember(context, context.activity.from.aadObjectId)).email;
  results.all = (await client.conversations.getConversationMembers(context.activity.conversation.id)).length;
  await adapter.createConversationAsync(
    appId, 'msteams', context.activity.serviceUrl, 'https://api.botframework.com',
    { isGroup: false, bot: context.activity.recipient, members: [{ id: context.activity.from.aadObjectId }], tenantId: tenant, channelData: { tenant: { id: tenant } } },
    async (own) => { results.first = (await own.sendActivity('I write first')).id; results.opened = own.activity.conversation.id; });
  for (const [name, call] of Object.entries({
    nowhere: () => client.conversations.sendToConversation('nowhere', { type: 'message', text: 'x' }),
    removed: () => client.conversations.sendToConversation('a:1megan-personal', { type: 'message', text: 'x' }),
    large: () => client.conversations.sendToConversation(context.activity.conversation.id, { type: 'message', text: 'x'.repeat(52000) }),
  })) {
    results[name] = await call().then(() => 'taken', (error) => `${error.statusCode} ${error.code}`);
  }
}

const statuses = [];
const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => { body += chunk; });
  request.on('end', async () => {
    // What express would have added.
    request.body = JSON.parse(body);
    response.status = (code) => { response.statusCode = code; return response; };
    response.send = (value) => response.write(value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));
    response.header = (name, value) => { response.setHeader(name, value); return response; };
    await adapter.process(request, response, (context) => bot.run(context));
    statuses.push(response.statusCode);
  });
});

const control = (path, body) => fetch(`${simulator}/__sim/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

server.listen(port, '127.0.0.1', async () => {
  // A token that is another bot's comes first, and alone: it must not be heard.
  const forged = await control('activities', { person: 'alex', type: 'message', fields: { text: 'forged' }, token: { claims: { aud: 'another-bot' } } });
  results.forged = (await forged.json()).status;
  await control('messages', { person: 'alex', text: 'hello' });
  await done;
  while (statuses.length < 4) await new Promise((resolve) => setTimeout(resolve, 10));
  console.log(JSON.stringify({ ...results, seen: seen.sort(), statuses: statuses.sort(), faults }));
  process.exit(0);
});
