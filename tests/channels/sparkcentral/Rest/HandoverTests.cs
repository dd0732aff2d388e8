using Spark.Channels.Sparkcentral.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.Sparkcentral.Tests.Rest;

public sealed class HandoverTests
{
    private const string Whole =
        """{"sendMessage":{"text":"Let me get you a colleague."},"applyTopics":["Billing"],"setContactAttributes":{"account_number":"A-1001"},"complete":"HANDOVER"}""";

    private static readonly OutboundMessage Farewell = TestChannel.Message("Let me get you a colleague.") with
    {
        Completion = new Completion
        {
            Kind = CompletionKind.Handover,
            Topics = ["Billing"],
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["account_number"] = "A-1001" },
            Notes = ["Screen is black"],
        },
    };

    [Fact]
    public async Task The_farewell_and_the_handover_are_one_call()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(Farewell)).ShouldBe(Delivery.Delivered);

        sparkcentral.ConversationCalls.ShouldHaveSingleItem().Body.ShouldBe(Whole);
    }

    [Fact]
    public async Task The_successor_takes_notes()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address) with { Flavor = Flavor.HootsuiteInbox2, OrganizationId = "42" });

        await channel.SendAsync(Farewell);

        sparkcentral.ConversationCalls.ShouldHaveSingleItem().Body.ShouldContain(""","applyConversationNotes":[{"text":"Screen is black"}],"complete":"HANDOVER"}""");
    }

    [Theory]
    [InlineData(CompletionKind.Handover, """{"complete":"HANDOVER"}""")]
    [InlineData(CompletionKind.Resolved, """{"complete":"RESOLVED"}""")]
    public async Task A_completion_needs_no_text(CompletionKind kind, string body)
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(TestChannel.Message("") with { Completion = new Completion { Kind = kind } })).ShouldBe(Delivery.Delivered);

        sparkcentral.ConversationCalls.ShouldHaveSingleItem().Body.ShouldBe(body);
    }

    [Theory]
    [InlineData("account-number")]
    [InlineData("")]
    [InlineData("naïve")]
    [InlineData("account_number\n")]
    public async Task An_attribute_without_a_valid_alias_does_not_hold_up_the_handover(string alias)
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { [alias] = "x", ["account_number"] = "A-1001" };

        await channel.SendAsync(Farewell with { Completion = Farewell.Completion! with { Attributes = attributes } });

        sparkcentral.ConversationCalls.ShouldHaveSingleItem().Body.ShouldBe(Whole);
        channel.Logs.Warnings.ShouldHaveSingleItem().ShouldContain("alias");
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_lost()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Conversations = [Reply.Of(404)];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(Farewell)).Status.ShouldBe(DeliveryStatus.Lost);
        sparkcentral.ConversationCalls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_handover_that_went_through_is_found_by_an_empty_manipulation()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Conversations = [Reply.Of(404)];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(Farewell with { MayHaveArrived = true, Attempt = 2 })).ShouldBe(Delivery.Delivered);

        sparkcentral.ConversationCalls.ShouldHaveSingleItem().Body.ShouldBe("{}");
    }

    [Fact]
    public async Task A_handover_that_did_not_go_through_is_sent_again()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(Farewell with { MayHaveArrived = true, Attempt = 2 })).ShouldBe(Delivery.Delivered);

        sparkcentral.ConversationCalls.Select(call => call.Body).ShouldBe(["{}", Whole]);
    }

    [Fact]
    public async Task A_conversation_that_goes_between_the_two_calls_was_handed_over()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Conversations = [Reply.Of(200), Reply.Of(404)];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(Farewell with { MayHaveArrived = true, Attempt = 2 })).ShouldBe(Delivery.Delivered);
    }

    [Theory]
    [InlineData(400, DeliveryStatus.Refused)]
    [InlineData(429, DeliveryStatus.NotSent)]
    [InlineData(500, DeliveryStatus.NotSent)]
    [InlineData(503, DeliveryStatus.NotSent)]
    public async Task A_question_without_an_answer_sends_nothing(int status, DeliveryStatus meaning)
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Conversations = [Reply.Of(status)];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(Farewell with { MayHaveArrived = true, Attempt = 2 })).Status.ShouldBe(meaning);

        sparkcentral.ConversationCalls.ShouldHaveSingleItem().Body.ShouldBe("{}");
    }

    [Fact]
    public async Task A_plain_text_that_may_have_arrived_is_sent_once_more_without_asking()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(TestChannel.Message("Hello") with { MayHaveArrived = true, Attempt = 2 })).ShouldBe(Delivery.Delivered);

        sparkcentral.ConversationCalls.ShouldHaveSingleItem().Body.ShouldBe("""{"sendMessage":{"text":"Hello"}}""");
    }
}
