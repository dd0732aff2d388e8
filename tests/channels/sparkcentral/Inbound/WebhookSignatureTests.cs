using System.Text;
using Spark.Channels.Sparkcentral.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.Sparkcentral.Tests.Inbound;

public sealed class WebhookSignatureTests
{
    private const string Refusal = "X-Sparkcentral-Signature is invalid";

    public static TheoryData<string, string, string> Accepted => new()
    {
        { Vectors.V1, Vectors.V1Signature, "Hello" },
        { Vectors.V2, Vectors.V2Signature, "Hello" },
        { Vectors.V3, Vectors.V3Signature, "Grüezi 👋" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task The_vectors_of_the_contract_are_accepted(string body, string signature, string text)
    {
        using var channel = new TestChannel(TestChannel.Answering);

        var message = (await channel.ReceiveAsync(Vectors.Request(body, signature))).ShouldAccept<MessageReceived>();

        message.Parts.ShouldBe([new TextPart(text)]);
    }

    [Fact]
    public async Task The_empty_object_of_the_contract_has_a_right_signature()
    {
        using var channel = new TestChannel(TestChannel.Answering with { MaxSkewSeconds = 0 });

        (await channel.ReceiveAsync(Vectors.Request(Vectors.V4, Vectors.V4Signature))).ShouldIgnore();
    }

    [Fact]
    public async Task A_signature_made_with_the_secrets_text_as_key_is_refused()
    {
        using var channel = new TestChannel(TestChannel.Answering);
        var body = Encoding.UTF8.GetBytes(Vectors.V1);
        var signature = Vectors.Sign(Encoding.ASCII.GetBytes(Vectors.Secret), body);
        signature.ShouldStartWith("aecd896d");
        signature.ShouldEndWith("b9e467");

        (await channel.ReceiveAsync(Vectors.Request(body, signature))).ShouldRefuse(401, Refusal);
    }

    public static TheoryData<string?> WrongSignatures =>
    [
        (string?)null,
        "",
        Vectors.V1Signature[..^1],
        Vectors.V1Signature[..^2],
        Vectors.V1Signature + "00",
        "g" + Vectors.V1Signature[1..],
        "é" + Vectors.V1Signature[1..],
        " " + Vectors.V1Signature[1..],
        "8" + Vectors.V1Signature[1..],
        Vectors.V1Signature[..^1] + "c",
        "sha256=" + Vectors.V1Signature,
        Vectors.V2Signature,
        $"{Vectors.V1Signature},{Vectors.V1Signature}",
    ];

    [Theory]
    [MemberData(nameof(WrongSignatures))]
    public async Task A_missing_short_non_hexadecimal_or_wrong_signature_is_refused_and_the_right_one_accepted(string? signature)
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.ReceiveAsync(Vectors.Request(Vectors.V1, signature))).ShouldRefuse(401, Refusal);
        (await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature))).ShouldAccept<MessageReceived>();
    }

    [Fact]
    public async Task Upper_case_digits_are_accepted()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature.ToUpperInvariant()))).ShouldAccept<MessageReceived>();
    }

    [Fact]
    public async Task A_shared_secret_in_upper_case_is_the_same_key()
    {
        using var channel = new TestChannel(TestChannel.Answering with { SharedSecret = Vectors.Secret.ToUpperInvariant() });

        (await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature))).ShouldAccept<MessageReceived>();
    }

    [Fact]
    public async Task One_more_space_in_the_body_breaks_the_signature()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.ReceiveAsync(Vectors.Request(Vectors.V1 + " ", Vectors.V1Signature))).ShouldRefuse(401, Refusal);
        (await channel.ReceiveAsync(Vectors.Signed(Vectors.V1 + " "))).ShouldAccept<MessageReceived>();
    }

    [Fact]
    public async Task The_headers_name_is_read_in_any_case()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature, "x-sparkcentral-SIGNATURE"))).ShouldAccept<MessageReceived>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_shared_secret_everything_is_refused(string? secret)
    {
        using var channel = new TestChannel(TestChannel.Answering with { SharedSecret = secret });

        (await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature))).ShouldRefuse(401, Refusal);
        channel.Logs.Warnings.ShouldContain(line => line.Contains("no shared secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_signature_is_looked_at_before_the_body()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.ReceiveAsync(Vectors.Request("{nonsense", Vectors.V1Signature))).ShouldRefuse(401, Refusal);
        (await channel.ReceiveAsync(Vectors.Signed("{nonsense"))).ShouldRefuse(400, "The body is not JSON.");
    }

    [Fact]
    public async Task Only_posts_are_taken()
    {
        using var channel = new TestChannel(TestChannel.Answering);
        var post = Vectors.Request(Vectors.V1, Vectors.V1Signature);

        var refused = await channel.ReceiveAsync(post with { Method = "PUT" });

        refused.ShouldRefuse(405);
        refused.Answer.Headers["Allow"].ShouldBe("POST");
        (await channel.ReceiveAsync(post)).ShouldAccept<MessageReceived>();
    }

    [Fact]
    public async Task The_successor_signs_under_its_own_header()
    {
        using var channel = new TestChannel(TestChannel.Answering with { Flavor = Flavor.HootsuiteInbox2 });

        var classic = await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature));
        var successor = await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature, "X-Hootsuite-Signature"));

        classic.ShouldRefuse(401, "X-Hootsuite-Signature is invalid");
        successor.ShouldAccept<MessageReceived>();
    }

    [Fact]
    public async Task Neither_secrets_nor_texts_are_logged()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V2Signature));
        await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature));

        channel.Logs.All.ShouldNotContain(Vectors.Secret);
        channel.Logs.All.ShouldNotContain(Vectors.V1Signature);
        channel.Logs.All.ShouldNotContain("Hello");
    }
}
