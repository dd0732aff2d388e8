using Spark.Channels.Sparkcentral.Tests.Support;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels.Sparkcentral.Tests;

public sealed class AnsweringTests
{
    private static readonly WebhookRequest Request = Vectors.Request(Vectors.V1, Vectors.V1Signature);

    private static readonly Completion Handover = new()
    {
        Kind = CompletionKind.Handover,
        Topics = ["Billing"],
        Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "2", ["a"] = "1" },
    };

    [Fact]
    public void Several_messages_are_one_text_parted_by_blank_lines()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        var response = channel.Channel.Render(Request, [TestChannel.Message("One"), TestChannel.Message(""), TestChannel.Message("Two\nlines")]);

        response.Status.ShouldBe(200);
        response.ContentType.ShouldBe("application/json");
        response.Text().ShouldBe("""{"sendMessage":{"text":"One\n\nTwo\nlines"}}""");
    }

    [Fact]
    public void The_successor_takes_several_messages_as_such()
    {
        using var channel = new TestChannel(TestChannel.Answering with { Flavor = Flavor.HootsuiteInbox2 });

        var response = channel.Channel.Render(Request, [TestChannel.Message("One"), TestChannel.Message("Two")]);

        response.Text().ShouldBe("""{"sendMessages":[{"text":"One"},{"text":"Two"}]}""");
    }

    [Fact]
    public void The_last_completion_wins()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        var response = channel.Channel.Render(
            Request,
            [
                TestChannel.Message("One") with { Completion = new Completion { Kind = CompletionKind.Resolved } },
                TestChannel.Message("Two") with { Completion = Handover },
                TestChannel.Message("Three"),
            ]);

        response.Text().ShouldBe(
            """{"sendMessage":{"text":"One\n\nTwo\n\nThree"},"applyTopics":["Billing"],"setContactAttributes":{"a":"1","b":"2"},"complete":"HANDOVER"}""");
    }

    [Fact]
    public void Nothing_to_show_is_no_action()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        channel.Channel.Render(Request, [TestChannel.Message("")]).Text().ShouldBe("{}");
    }

    [Fact]
    public void A_repeated_delivery_is_answered_with_the_same_bytes()
    {
        using var channel = new TestChannel(TestChannel.Answering);
        using var restarted = new TestChannel(TestChannel.Answering);
        var attributes = Handover.Attributes.Reverse().ToDictionary(StringComparer.Ordinal);
        var message = TestChannel.Message("Grüezi 👋") with { Completion = Handover };

        var first = channel.Channel.Render(Request, [message]);
        var again = restarted.Channel.Render(Request, [message with { Completion = Handover with { Attributes = attributes } }]);

        again.Body.ToArray().ShouldBe(first.Body.ToArray());
    }

    [Fact]
    public async Task An_instance_without_credentials_does_not_send()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.SendAsync(TestChannel.Message("Hello"))).Status.ShouldBe(DeliveryStatus.Refused);
    }
}
