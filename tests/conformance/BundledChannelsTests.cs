using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spark.Channels.Sparkcentral;
using Spark.Channels.WebChat;
using Spark.Testing;
using Spark.Testing.Conformance;
using Spark.Webhooks;

namespace Spark.Conformance.Tests;

/// <summary>Every channel that ships keeps the rules.</summary>
public sealed class BundledChannelsTests
{
    private const string Secret = "00112233445566778899aabbccddeeff";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(""", "clientId": "id", "clientSecret": "s", "restUrl": "https://rest.example" """)]
    [InlineData(""", "clientId": "id", "clientSecret": "s", "restUrl": "https://rest.example", "flavor": "hootsuite-inbox2", "organizationId": "o" """)]
    [InlineData("")]
    public async Task Sparkcentral_conforms(string settings)
    {
        using var network = new ScriptedNetwork((request, _) => request.RequestUri!.AbsolutePath.EndsWith("/oauth2/token", StringComparison.Ordinal)
            ? (200, """{"access_token":"t","expires_in":3599}""") : (200, "{}"));
        var channel = new PluginUnderTest(new SparkcentralPlugin()).Channel(
            "sparkcentral", $$"""{"sharedSecret":"{{Secret}}","maxSkewSeconds":0{{settings}}}""", PluginUnderTest.Services(network, new ManualClock()));
        var header = settings.Contains("hootsuite", StringComparison.Ordinal) ? "X-Hootsuite-Signature" : "X-Sparkcentral-Signature";
        var body = """{"timestamp":"2026-01-01T00:00:00Z","idempotencyKey":"k","version":1,"type":"INBOUND_MESSAGE_RECEIVED","data":{"conversationId":"c-1","message":{"text":"hi"}}}"""u8.ToArray();

        (await ChannelConformance.RunAsync(
            new()
            {
                Channel = channel,
                PersonSpeaks = new()
                {
                    Method = "POST",
                    Path = "",
                    Body = body,
                    ReceivedAt = DateTimeOffset.UnixEpoch,
                    Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [header] = Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(Secret), body)) },
                },
            },
            Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Web_chat_conforms()
    {
        const string Bearer = "Bearer a secret of sixteen and more";
        using var nobody = new ScriptedNetwork((_, _) => throw new InvalidOperationException("It calls nobody."));
        var channel = new PluginUnderTest(new WebChatPlugin()).Channel(
            "web-chat", """{"secret":"a secret of sixteen and more"}""", PluginUnderTest.Services(nobody, new ManualClock()));
        var started = await channel.ReceiveAsync(Request("POST", "v3/directline/conversations", Bearer, "{}"), Token);
        var answer = JsonDocument.Parse(started.Answer.Body).RootElement;
        var (id, token) = (answer.GetProperty("conversationId").GetString(), answer.GetProperty("token").GetString());

        (await ChannelConformance.RunAsync(
            new()
            {
                Channel = channel,
                PersonSpeaks = Request(
                    "POST", $"v3/directline/conversations/{id}/activities", $"Bearer {token}",
                    """{"type":"message","from":{"id":"me"},"text":"hi","channelData":{"clientActivityID":"a-1"}}"""),
            },
            Token)).ShouldBeEmpty();
    }

    private static WebhookRequest Request(string method, string path, string bearer, string body) => new()
    {
        Method = method,
        Path = path,
        Body = Encoding.UTF8.GetBytes(body),
        ReceivedAt = new ManualClock().GetUtcNow(),
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Authorization"] = bearer, ["Content-Type"] = "application/json" },
    };
}
