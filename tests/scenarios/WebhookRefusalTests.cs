using System.Text;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>What the host refuses at the door, each beside an accepted twin that differs in one property. A refusal stores nothing.</summary>
public sealed class WebhookRefusalTests(WebhookHost host) : IClassFixture<WebhookHost>, IAsyncLifetime
{
    private const string V1 = """{"timestamp":"2024-05-06T07:08:09.123456Z","idempotencyKey":"6ebc6a78-d9e9-48be-b172-51eda40b7af8","version":1,"type":"INBOUND_MESSAGE_RECEIVED","data":{"conversationId":"0-01e67a8c216-000-8c9ea98e","message":{"messageId":"cc75552a-1a78-11e9-855e-6d1e71016abf","text":"Hello"}}}""";

    private long before;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => before = await host.EventsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(V1, "7aed7f003212c20b6a5b4ec488c4245463a88b89694d673104e1bd97ebc1724d", 278)]
    [InlineData("""{"timestamp": "2024-05-06T07:08:09.123456Z", "idempotencyKey": "6ebc6a78-d9e9-48be-b172-51eda40b7af8", "version": 1, "type": "INBOUND_MESSAGE_RECEIVED", "data": {"conversationId": "0-01e67a8c216-000-8c9ea98e", "message": {"messageId": "cc75552a-1a78-11e9-855e-6d1e71016abf", "text": "Hello"}}}""", "a3b1025361ac8543e8a1e564fb6316941028bb500b194595c6db8cdaffde5bd9", 293)]
    [InlineData("""{"timestamp":"2024-05-06T07:08:09.123456Z","idempotencyKey":"6ebc6a78-d9e9-48be-b172-51eda40b7af8","version":1,"type":"INBOUND_MESSAGE_RECEIVED","data":{"conversationId":"0-01e67a8c216-000-8c9ea98e","message":{"messageId":"cc75552a-1a78-11e9-855e-6d1e71016abf","text":"Grüezi 👋"}}}""", "f1e4ea4025be82f0e062c07b52e392640e86cbdcbdc9b43ce868304ee442b5c4", 285)]
    [InlineData("{}", "746436f123ba56f580e6c216774f64ff22f258e983bc6ecd2b4a39f39f6ddfb9", 2)]
    public async Task The_vectors_of_the_contract_are_accepted_and_refused_with_one_digit_changed(string body, string signature, int bytes)
    {
        Encoding.UTF8.GetByteCount(body).ShouldBe(bytes);
        var changed = (signature[0] == '0' ? '1' : '0') + signature[1..];
        var turns = await host.TurnsAsync("0-01e67a8c216-000-8c9ea98e");
        (await Webhook.PostAsync(host.Http, body, changed, Token)).Status.ShouldBe(401);
        (await host.EventsAsync()).ShouldBe(before);

        (await Webhook.PostAsync(host.Http, body, signature, Token)).Status.ShouldBe(200);
        (await host.TurnsAsync("0-01e67a8c216-000-8c9ea98e")).ShouldBe(body == "{}" ? turns : 1, "all three have one idempotency key");
    }

    [Fact]
    public async Task A_signature_in_upper_case_is_accepted() =>
        (await Webhook.PostAsync(host.Http, V1, Webhook.Sign(Encoding.UTF8.GetBytes(V1)).ToUpperInvariant(), Token)).Status.ShouldBe(200);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7aed7f003212c20b6a5b4ec488c42454")]
    [InlineData("zzed7f003212c20b6a5b4ec488c4245463a88b89694d673104e1bd97ebc1724d")]
    [InlineData("sha256=7aed7f003212c20b6a5b4ec488c4245463a88b89694d673104e1bd97ebc1724d")]
    [InlineData("aecd896d00000000000000000000000000000000000000000000000000b9e467")]
    public async Task A_signature_that_is_missing_short_or_not_hex_is_refused(string? signature)
    {
        var (status, body) = await Webhook.PostAsync(host.Http, V1, signature, Token);
        status.ShouldBe(401);
        body.ShouldBe("X-Sparkcentral-Signature is invalid");
        (await host.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_secret_used_as_text_instead_of_hex_is_refused()
    {
        var key = Encoding.ASCII.GetBytes(Simulator.Secret);
        var signature = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(V1)));
        signature.ShouldStartWith("aecd896d");
        signature.ShouldEndWith("b9e467");
        (await Webhook.PostAsync(host.Http, V1, signature, Token)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_stale_timestamp_is_refused_and_a_fresh_one_is_not()
    {
        await using var strict = await host.StartAsync(maxSkewSeconds: 300, "strict");
        var now = TimeProvider.System.GetUtcNow();
        (await Webhook.PostSignedAsync(strict.Http, Webhook.Message("c-1", "Hello", "k-1", now.AddSeconds(-301)), Token)).Status.ShouldBe(401);
        (await host.EventsAsync("strict")).ShouldBe(0);
        (await Webhook.PostSignedAsync(strict.Http, Webhook.Message("c-1", "Hello", "k-1", now.AddSeconds(-200)), Token)).Status.ShouldBe(200);
        (await host.EventsAsync("strict")).ShouldBe(1);
    }

    [Fact]
    public async Task A_body_above_256_kB_is_refused_and_one_just_below_is_not()
    {
        var frame = Webhook.Message("c-1", "", "k-1", TimeProvider.System.GetUtcNow()).Length;
        var fits = Webhook.Message("c-1", new string('x', (256 * 1024) - frame), "k-1", TimeProvider.System.GetUtcNow());
        fits.Length.ShouldBe(256 * 1024);
        (await Webhook.PostSignedAsync(host.Http, fits + " ", Token)).Status.ShouldBe(413);
        (await host.EventsAsync()).ShouldBe(before);
        (await Webhook.PostSignedAsync(host.Http, fits, Token)).Status.ShouldBe(200);
        (await host.EventsAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Malformed_JSON_behind_a_valid_signature_is_a_bad_request() =>
        (await Webhook.PostSignedAsync(host.Http, V1[..^1], Token)).Status.ShouldBe(400);

    [Fact]
    public async Task An_unknown_type_is_answered_and_not_stored()
    {
        (await Webhook.PostSignedAsync(host.Http, V1.Replace("INBOUND_MESSAGE_RECEIVED", "CONVERSATION_PAINTED", StringComparison.Ordinal), Token))
            .ShouldBe((200, "{}"));
        (await host.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_unknown_channel_is_not_found() =>
        (await Webhook.PostAsync(host.Http, V1, Webhook.Sign(Encoding.UTF8.GetBytes(V1)), Token, "/channels/nobody")).Status.ShouldBe(404);

    [Fact]
    public async Task Message_text_does_not_appear_in_the_log()
    {
        var body = Webhook.Message("c-2", "my-private-words", "k-2", TimeProvider.System.GetUtcNow());
        (await Webhook.PostSignedAsync(host.Http, body, Token)).Status.ShouldBe(200);
        (await host.TurnsAsync("c-2")).ShouldBe(1);
        host.Host.Output.ShouldNotContain("my-private-words");
    }
}
