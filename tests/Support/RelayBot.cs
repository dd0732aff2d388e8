namespace Spark.Tests;

/// <summary>A small bot that hands over to the desk simulator.</summary>
internal static class RelayBot
{
    public const string WebSecret = "a secret of sixteen and more";

    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bots/relay/bot.yaml"] = """
            spark: 1
            bot: relay
            languages: [en]
            connections: { helpers: { plugin: webhook-desk }, night: { plugin: webhook-desk } }
            events: { started: hello, not-understood: heard, agent-left: back }
            """,
        ["bots/relay/intents.yaml"] = """
            help:
              en: [help]
            never-mind:
              en: [never mind]
            chatty:
              en: [tell me everything]
            """,
        ["bots/relay/dialogs/chatty.yaml"] = """
            dialog: chatty
            trigger: { intents: [chatty] }
            steps:
              - run: escalate
                then:
                  queued:
                    - { id: one, say: Bot one. }
                    - { id: two, say: Bot two. }
                    - { id: three, say: Bot three. }
                  closed: { id: closed, say: "No desk: closed." }
                  failed: { id: failed, say: "No desk." }
            """,
        ["bots/relay/dialogs/hello.yaml"] = "dialog: hello\nsteps: [{ id: hi, say: Hello. }]\n",
        ["bots/relay/dialogs/heard.yaml"] = "dialog: heard\nsteps: [{ id: it, say: 'I heard {sys.text}.' }]\n",
        ["bots/relay/dialogs/back.yaml"] = "dialog: back\nsteps: [{ id: why, say: 'Back ({sys.offload.reason}).' }]\n",
        ["bots/relay/dialogs/help.yaml"] = """
            dialog: help
            trigger: { intents: [help] }
            steps:
              - run: escalate
                then:
                  queued: { id: wait, say: "You are number {sys.offload.position}, I wait with you." }
                  closed: { id: closed, say: "No desk: closed." }
                  failed: { id: failed, say: "No desk." }
            """,
        ["bots/relay/actions/escalate.yaml"] = """
            action: escalate
            steps:
              - offload: helpers
                leave: [never-mind]
                fields: { topic: laptop }
                share: { transcript: all }
                outcomes: { queued: result = "accepted", closed: result = "closed" }
                otherwise: failed
            """,
    };

    /// <param name="port">Where the host listens.</param>
    /// <param name="desk">The desk that the bot hands over to.</param>
    /// <param name="leaseSeconds">How long the desk may be silent: longer than a machine stands still, where a test is not about that.</param>
    /// <param name="night">The desk to which operators can move; null for the same, under another connection.</param>
    public static string Environment(int port, Uri desk, int leaseSeconds = 600, Uri? night = null) => $$"""
        publicUrl: http://127.0.0.1:{{port}}
        channels:
          web: { plugin: web-chat, bot: relay, settings: { secret: {{WebSecret}} } }
        connections:
          helpers:
            plugin: webhook-desk
            allowPrivate: true
            settings: { url: "{{desk}}", token: {{DeskSimulator.Token}}, secret: {{DeskSimulator.Secret}}, leaseSeconds: {{leaseSeconds}} }
          night:
            plugin: webhook-desk
            allowPrivate: true
            settings: { url: "{{night ?? desk}}", token: {{DeskSimulator.Token}}, secret: {{DeskSimulator.Secret}}, leaseSeconds: {{leaseSeconds}} }
        """;
}
