using System.Security.Cryptography;
using System.Text;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Offload.WebhookDesk.Tests;

public sealed class WebhookReaderTests
{
    private const string Secret = "the key of this test";

    private static WebhookRequest Signed(string body, string? signature = null, string method = "POST")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        signature ??= "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), bytes));
        return new()
        {
            Method = method,
            Path = "",
            Body = bytes,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Desk-Signature"] = signature },
        };
    }

    private static DeskReceipt Read(string body) => new WebhookReader(Secret).Read(Signed(body));

    [Fact]
    public void Each_event_of_the_desk_is_read()
    {
        Read("""{"eventId":"e","type":"agent.joined","conversation":"d-1","agent":"Ada"}""").Events.ShouldHaveSingleItem().ShouldBeOfType<AgentJoined>().Agent.ShouldBe("Ada");
        Read("""{"eventId":"e","type":"typing","conversation":"d-1"}""").Events.ShouldHaveSingleItem().ShouldBeOfType<AgentTyping>().ExternalId.ShouldBe("d-1");
        var moved = Read("""{"eventId":"e","type":"queue","conversation":"d-1","position":3,"waitSeconds":90}""").Events.ShouldHaveSingleItem().ShouldBeOfType<QueueMoved>();
        (moved.Position, moved.Wait).ShouldBe((3, TimeSpan.FromSeconds(90)));
        Read("""{"eventId":"e","type":"closed","conversation":"d-1"}""").Events.ShouldHaveSingleItem().ShouldBeOfType<DeskClosed>().Agent.ShouldBeNull();
        var said = Read("""{"eventId":"e","type":"message","conversation":"d-1","agent":"Ada","messageId":"m-7","text":"Grüezi 👋"}""").Events.ShouldHaveSingleItem().ShouldBeOfType<AgentMessage>();
        said.Parts.ShouldBe([new TextPart("Grüezi 👋")]);
        said.Keys.ShouldBe(["e", "message:m-7"]);
    }

    [Fact]
    public void An_event_that_is_not_known_is_taken_and_passed_over()
    {
        var receipt = Read("""{"eventId":"e","type":"sentiment","conversation":"d-1"}""");
        (receipt.Answer.Status, receipt.Events.Count).ShouldBe((204, 0));
    }

    [Theory]
    [InlineData("sha256=00")]
    [InlineData("sha256=zz")]
    [InlineData("")]
    [InlineData("sha1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    public void Without_the_right_signature_nothing_is_read(string signature)
    {
        var receipt = new WebhookReader(Secret).Read(Signed("""{"eventId":"e","type":"closed","conversation":"d-1"}""", signature));
        (receipt.Answer.Status, receipt.Events.Count).ShouldBe((401, 0));
    }

    [Fact]
    public void Until_the_secret_is_set_every_webhook_is_refused() =>
        new WebhookReader(secret: null).Read(Signed("{}")).Answer.Status.ShouldBe(401);

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"type":"closed","conversation":"d-1"}""")]
    [InlineData("""{"eventId":"e","type":"closed"}""")]
    public void What_is_signed_and_cannot_be_read_is_a_bad_request(string body) => Read(body).Answer.Status.ShouldBe(400);

    [Fact]
    public void Only_posts_are_webhooks() =>
        new WebhookReader(Secret).Read(Signed("{}", method: "GET")).Answer.Status.ShouldBe(405);
}
