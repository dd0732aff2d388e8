using System.Text.Json.Nodes;
using Spark.Tests;

namespace Spark.Scenarios.Tests.Support;

/// <summary>A real host with a small bot, and the Sparkcentral simulator in one of its wire profiles.</summary>
internal sealed class SparkcentralDesk : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = LoopbackPort.Free();

    private SparkcentralDesk()
    {
    }

    public Simulator Simulator { get; private set; } = null!;

    public SparkHost Host { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts both.</summary>
    /// <param name="profile">How the wire looks: <c>classic2019</c>, <c>inbox2</c> or <c>mixed</c>.</param>
    /// <param name="settings">Further settings of the channel, beginning with a comma.</param>
    /// <param name="withRest">False for a channel without REST credentials, whose replies are the response.</param>
    public static async Task<SparkcentralDesk> StartAsync(string profile, string settings = "", bool withRest = true)
    {
        var desk = new SparkcentralDesk();
        desk.Simulator = await Simulator.StartAsync(new Uri($"http://127.0.0.1:{desk.port}{Webhook.Path}"), LoopbackPort.Free(), Token, profile);
        foreach (var (name, content) in Bot(desk.Simulator.Url))
        {
            desk.folder.Write(name, content);
        }

        var flavor = profile == "inbox2" ? ", flavor: hootsuite-inbox2, organizationId: acme" : "";
        var rest = withRest ? $", restUrl: \"{desk.Simulator.Url}\", clientId: {Simulator.ClientId}, clientSecret: {Simulator.ClientSecret}" : "";
        desk.folder.Write("environment.yaml", $$"""
            publicUrl: http://127.0.0.1:{{desk.port}}
            channels:
              web: { plugin: web-chat, bot: sc, settings: { secret: {{RelayBot.WebSecret}} } }
              sparkcentral:
                plugin: sparkcentral
                bot: sc
                allowPrivate: true
                settings: { sharedSecret: "{{Simulator.Secret}}"{{rest}}{{flavor}}{{settings}} }
            connections:
              desk: { plugin: sparkcentral-queue, settings: { channel: sparkcentral, topics: [IT support] } }
              messenger:
                plugin: sparkcentral-messenger
                settings: { script: "{{desk.Simulator.Url}}messenger.js", appId: app, keyId: app_key, key: "the messenger's own key" }
            """);
        await desk.RestartAsync();
        return desk;
    }

    /// <summary>Starts the host, at first or again.</summary>
    public async Task RestartAsync()
    {
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }

        Host = await SparkHost.StartAsync(folder.Path("environment.yaml"), folder.Path("data"), port, Token, folder.Path("bots"));
    }

    public Task<string> WriteAsync(string text, string? conversation = null) => Simulator.WriteAsync(text, conversation, Token);

    /// <summary>What the bot has said, once it has said so much.</summary>
    public Task<IReadOnlyList<string>> RepliesAsync(string conversation, int count) => Simulator.RepliesAsync(conversation, count, Token);

    public Task<JsonNode> ShowAsync(string conversation) => Simulator.GetAsync($"/__sim/conversations/{conversation}", Token);

    /// <summary>The calls of the REST API, once so many were answered.</summary>
    public async Task<JsonArray> CallsAsync(string conversation, string target = "manipulate", int answered = 0) =>
        (await Simulator.GetAsync($"/__sim/rest-calls?conversationId={conversation}&target={target}&waitFor={answered}&timeoutMs=60000", Token)).AsArray();

    public async Task<JsonArray> DeliveriesAsync(string conversation, string query = "") =>
        (await Simulator.GetAsync($"/__sim/deliveries?conversationId={conversation}{query}&timeoutMs=60000", Token)).AsArray();

    public Task<JsonNode> HumanAsync(string conversation, string act, string? text = null) =>
        Simulator.PostAsync($"/__sim/conversations/{conversation}/human/{act}", text is null ? new JsonObject() : new JsonObject { ["text"] = text }, Token);

    public Task AdvanceAsync(double seconds) => Simulator.PostAsync("/__sim/clock/advance", new JsonObject { ["seconds"] = seconds }, Token);

    public Task FaultAsync(string fault, JsonObject order) => Simulator.PostAsync($"/__sim/faults/{fault}", order, Token);

    /// <summary>Delivers an event made to order; the answers, one a copy.</summary>
    public async Task<IReadOnlyList<(int Status, string Body)>> DeliverAsync(JsonObject crafted) =>
        [.. (await Simulator.PostAsync("/__sim/faults/deliver", crafted, Token)).AsArray().Select(answer => ((int)answer!["status"]!, (string)answer["responseBody"]!))];

    public async ValueTask DisposeAsync()
    {
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }

        await Simulator.DisposeAsync();
        folder.Dispose();
    }

    // "picture" shows a file that the simulator itself serves; "silence" is understood and answered by nothing.
    private static Dictionary<string, string> Bot(Uri simulator) => new(StringComparer.Ordinal)
    {
        ["bots/sc/bot.yaml"] = """
            spark: 1
            bot: sc
            languages: [en]
            connections: { desk: { plugin: sparkcentral-queue }, messenger: { plugin: sparkcentral-messenger } }
            variables: { quiet: { type: text }, link: { type: url } }
            events: { started: heard, not-understood: heard, agent-left: back }
            """,
        ["bots/sc/intents.yaml"] = """
            human:
              en: [talk to a human]
            picture:
              en: [show me a picture]
            silence:
              en: [say nothing at all]
            menu:
              en: [what are my options]
            link:
              en: [send me a link]
            """,
        ["bots/sc/dialogs/heard.yaml"] = "dialog: heard\nsteps: [{ id: it, say: 'I heard {sys.text}.' }]\n",
        ["bots/sc/dialogs/back.yaml"] = "dialog: back\nsteps: [{ id: b, say: The bot again. }]\n",
        ["bots/sc/dialogs/silence.yaml"] = "dialog: silence\ntrigger: { intents: [silence] }\nsteps: [{ set: { quiet: '\"yes\"' } }]\n",
        ["bots/sc/dialogs/picture.yaml"] = $"dialog: picture\ntrigger: {{ intents: [picture] }}\nsteps: [{{ id: p, say: Here it is., media: {{ file: \"{simulator}page.css\" }} }}]\n",
        ["bots/sc/dialogs/menu.yaml"] = """
            dialog: menu
            trigger: { intents: [menu] }
            steps:
              - id: m
                say: Choose.
                buttons:
                  one: { title: Show the picture, goto: picture }
                  two: { title: Our site, link: "https://example.com/" }
            """,
        ["bots/sc/dialogs/link.yaml"] = """
            dialog: link
            trigger: { intents: [link] }
            steps:
              - run: link
                then:
                  sent: { id: here, say: "Go on here: {link}" }
                  failed: { id: f, say: Nobody. }
            """,
        ["bots/sc/actions/link.yaml"] = """
            action: link
            steps:
              - offload: messenger
                share: { transcript: 20 }
                save: { link: link }
                outcomes: { sent: result = "sent" }
                otherwise: failed
            """,
        ["bots/sc/dialogs/human.yaml"] = """
            dialog: human
            trigger: { intents: [human] }
            steps:
              - id: farewell
                say: Let me get you a human.
              - run: escalate
                then:
                  queued: { end: escalated }
                  unsupported: { id: u, say: Not from here. }
                  failed: { id: f, say: Nobody. }
            """,
        ["bots/sc/actions/escalate.yaml"] = """
            action: escalate
            steps:
              - offload: desk
                outcomes: { queued: result = "accepted", unsupported: result = "unsupported" }
                otherwise: failed
            """,
    };
}
