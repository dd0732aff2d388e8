using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Spark.Offload.SparkcentralMessenger;
using Spark.Offload.SparkcentralQueue;
using Spark.Offload.WebhookDesk;
using Spark.Testing;
using Spark.Testing.Conformance;
using Spark.Webhooks;

namespace Spark.Conformance.Tests;

/// <summary>Every offload provider that ships keeps the rules.</summary>
public sealed class BundledProvidersTests
{
    private const string Secret = "a secret";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_desk_conforms()
    {
        var conversations = new List<string>();
        var messages = new List<string>();
        using var network = new ScriptedNetwork((request, body) => Desk(request, body, conversations, messages));
        var plugin = new PluginUnderTest(new WebhookDeskPlugin());
        var provider = plugin.Provider(
            "webhook-desk", $$"""{"url":"https://desk.example","token":"t","secret":"{{Secret}}"}""", PluginUnderTest.Services(network, new ManualClock()));

        (await OffloadConformance.RunAsync(
            new()
            {
                Kind = plugin.Providers["webhook-desk"],
                Provider = provider,
                LoseNextAnswer = network.LoseNextAnswer,
                Conversations = () => conversations.Count,
                Messages = () => messages.Count,
                AgentSpeaks = AgentSpeaks,
            },
            Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sparkcentral_queue_conforms()
    {
        using var nobody = new ScriptedNetwork((_, _) => throw new InvalidOperationException("It calls nobody."));
        var plugin = new PluginUnderTest(new SparkcentralQueuePlugin());
        (await OffloadConformance.RunAsync(
            new()
            {
                Kind = plugin.Providers["sparkcentral-queue"],
                Provider = plugin.Provider("sparkcentral-queue", "{}", PluginUnderTest.Services(nobody, new ManualClock())),
                Channel = "sparkcentral",
            },
            Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sparkcentral_messenger_conforms()
    {
        using var nobody = new ScriptedNetwork((_, _) => throw new InvalidOperationException("It calls nobody."));
        var plugin = new PluginUnderTest(new SparkcentralMessengerPlugin());
        (await OffloadConformance.RunAsync(
            new()
            {
                Kind = plugin.Providers["sparkcentral-messenger"],
                Provider = plugin.Provider(
                    "sparkcentral-messenger",
                    """{"script":"https://cdn.example/messenger.js","appId":"a","keyId":"k","key":"s"}""",
                    PluginUnderTest.Services(nobody, new ManualClock())),
            },
            Token)).ShouldBeEmpty();
    }

    private static WebhookRequest AgentSpeaks(string conversation)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"eventId":"e-1","type":"message","conversation":"{{conversation}}","agent":"Ada","messageId":"m-1","text":"hi"}""");
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        return new()
        {
            Method = "POST",
            Path = "",
            Body = body,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Desk-Signature"] = $"sha256={signature}" },
        };
    }

    // A desk without an idempotency key: what is posted twice is there twice.
    private static (int Status, string Body) Desk(HttpRequestMessage request, string body, List<string> conversations, List<string> messages)
    {
        var path = request.RequestUri!.AbsolutePath["/api/conversations".Length..].Trim('/').Split('/');
        var wanted = WebUtility.UrlDecode(request.RequestUri.Query.Split('=')[^1]);
        switch (request.Method.Method, path)
        {
            case ("POST", [""]):
                conversations.Add((string)JsonNode.Parse(body)!["attributes"]!["spark-effect"]!);
                return (201, $$"""{"id":"d-{{conversations.Count.ToString(CultureInfo.InvariantCulture)}}","state":"waiting","position":1}""");
            case ("GET", [""]):
                var index = conversations.IndexOf(wanted);
                return (200, index < 0 ? """{"conversations":[]}""" : $$"""{"conversations":[{"id":"d-{{(index + 1).ToString(CultureInfo.InvariantCulture)}}","state":"waiting"}]}""");
            case (_, ["no-such-conversation", ..]):
                return (404, "");
            case ("GET", [_]):
                return (200, """{"id":"d","state":"active"}""");
            case ("GET", [_, "messages"]):
                return (200, messages.Contains(wanted, StringComparer.Ordinal) ? """{"messages":[{"id":"m"}]}""" : """{"messages":[]}""");
            default:
                messages.Add((string)JsonNode.Parse(body)!["attributes"]!["marker"]!);
                return (201, """{"id":"m"}""");
        }
    }
}
