using Spark.Tests;

namespace Spark.Scenarios.Tests.Support;

/// <summary>Writes environment files for hosts under test.</summary>
internal static class TestEnvironment
{
    /// <summary>The Sparkcentral channel beside web chat, with replies over REST.</summary>
    public static string WithCalls(Uri simulator, string bot = "it-support", string extra = "") => $$"""
        publicUrl: http://127.0.0.1:1
        channels:
          web: { plugin: web-chat, bot: {{bot}}, settings: { secret: "a secret of sixteen and more" } }
          sparkcentral:
            plugin: sparkcentral
            bot: {{bot}}
            allowPrivate: true
            settings: { restUrl: "{{simulator}}", clientId: {{Simulator.ClientId}}, clientSecret: {{Simulator.ClientSecret}}, sharedSecret: "{{Simulator.Secret}}" }
        {{extra}}
        connections:
          desk: { plugin: sparkcentral-queue, settings: { channel: sparkcentral, topics: [IT support] } }
        """;

    /// <summary>The Sparkcentral channel without REST credentials: replies are the response.</summary>
    public static string WithAnswers(string bot, int maxSkewSeconds = 300) => $$"""
        publicUrl: http://127.0.0.1:1
        channels:
          sparkcentral:
            plugin: sparkcentral
            bot: {{bot}}
            settings: { sharedSecret: "{{Simulator.Secret}}", maxSkewSeconds: {{maxSkewSeconds}} }
        connections:
          desk: { plugin: sparkcentral-queue, settings: { channel: sparkcentral } }
        """;
}
