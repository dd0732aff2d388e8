using Spark.Channels.Sparkcentral.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.Sparkcentral.Tests.Rest;

public sealed class SendingTests
{
    [Fact]
    public async Task A_text_leaves_as_one_manipulation()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        var delivery = await channel.SendAsync(TestChannel.Message("Let me look."));

        delivery.ShouldBe(Delivery.Delivered);
        var call = sparkcentral.ConversationCalls.ShouldHaveSingleItem();
        call.Method.ShouldBe("POST");
        call.Target.ShouldBe("/virtual-agent/conversations/0-01e67a8c216-000-8c9ea98e");
        call.Headers["Authorization"].ShouldBe("Bearer token-1");
        call.Headers["Content-Type"].ShouldBe("application/json");
        call.Body.ShouldBe("""{"sendMessage":{"text":"Let me look."}}""");
    }

    [Theory]
    [InlineData("a b/c?d#e", "a%20b%2Fc%3Fd%23e")]
    [InlineData("../x", "..%2Fx")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("é", "%C3%A9")]
    public async Task The_conversations_id_is_one_segment_of_the_path(string id, string segment)
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        await channel.SendAsync(TestChannel.Message("Hello") with { ConversationId = id });

        sparkcentral.ConversationCalls.ShouldHaveSingleItem().Target.ShouldBe($"/virtual-agent/conversations/{segment}");
    }

    [Fact]
    public async Task Buttons_become_a_numbered_list()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        await channel.SendAsync(TestChannel.Message("Which?") with
        {
            Parts = [new TextPart("Which?"), new ChoicesPart([new Choice { Label = "One", Token = "t1" }, new Choice { Label = "Two", Token = "t2" }])],
        });

        sparkcentral.ConversationCalls.ShouldHaveSingleItem().Body.ShouldBe("""{"sendMessage":{"text":"Which?\n1. One\n2. Two"}}""");
    }

    [Fact]
    public async Task Nothing_to_show_needs_no_call()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(TestChannel.Message("") with { Parts = [new EventPart("opened", default)] })).ShouldBe(Delivery.Delivered);

        sparkcentral.TokenCalls.ShouldBeEmpty();
        sparkcentral.ConversationCalls.ShouldBeEmpty();
    }

    public static TheoryData<int, DeliveryStatus> Answers => new()
    {
        { 200, DeliveryStatus.Delivered },
        { 204, DeliveryStatus.Delivered },
        { 302, DeliveryStatus.Refused },
        { 400, DeliveryStatus.Refused },
        { 403, DeliveryStatus.Refused },
        { 404, DeliveryStatus.Lost },
        { 408, DeliveryStatus.NotSent },
        { 413, DeliveryStatus.Refused },
        { 429, DeliveryStatus.NotSent },
        { 500, DeliveryStatus.Unknown },
        { 502, DeliveryStatus.NotSent },
        { 503, DeliveryStatus.NotSent },
        { 504, DeliveryStatus.Unknown },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_status_has_its_meaning_and_is_asked_for_once(int status, DeliveryStatus meaning)
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Conversations = [Reply.Of(status, status == 204 ? "" : "no JSON at all")];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        var delivery = await channel.SendAsync(TestChannel.Message("Hello"));

        delivery.Status.ShouldBe(meaning);
        (delivery.Reason is null).ShouldBe(meaning == DeliveryStatus.Delivered);
        sparkcentral.ConversationCalls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "7", 7)]
    [InlineData(429, "Mon, 06 May 2024 07:08:29 GMT", 20)]
    [InlineData(429, "Mon, 06 May 2024 07:00:00 GMT", 0)]
    [InlineData(429, "999999999", 600)]
    public async Task The_far_side_says_how_long_to_wait(int status, string retryAfter, int seconds)
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Conversations = [Reply.Of(status, retryAfter: retryAfter)];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(TestChannel.Message("Hello"))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(1000, 60)]
    public async Task Too_many_requests_without_a_word_wait_longer_each_time(int attempt, int seconds)
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Conversations = [Reply.Of(429)];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(TestChannel.Message("Hello") with { Attempt = attempt })).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_refused_connection_has_sent_nothing()
    {
        var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));
        await channel.SendAsync(TestChannel.Message("Hello"));
        await sparkcentral.DisposeAsync();

        var delivery = await channel.SendAsync(TestChannel.Message("Still there?"));

        delivery.Status.ShouldBe(DeliveryStatus.NotSent);
        delivery.Reason.ShouldNotBeNull().ShouldNotContain("Still there?");
    }

    [Fact]
    public async Task A_connection_cut_after_the_request_leaves_it_unknown()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Conversations = [Reply.Cut()];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(TestChannel.Message("Hello"))).Status.ShouldBe(DeliveryStatus.Unknown);
        sparkcentral.ConversationCalls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_answer_in_time_leaves_it_unknown()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));
        sparkcentral.Conversations =
        [
            Reply.After(
                async aborted =>
                {
                    channel.Clock.Advance(TimeSpan.FromSeconds(11));
                    await Task.Delay(Timeout.InfiniteTimeSpan, aborted);
                },
                Reply.Of(200)),
        ];

        var delivery = await channel.SendAsync(TestChannel.Message("Hello"));

        delivery.Status.ShouldBe(DeliveryStatus.Unknown);
        delivery.Reason.ShouldBe("127.0.0.1 did not answer within 10 seconds.");
    }

    [Fact]
    public async Task A_send_that_the_host_ends_before_the_answer_is_unknown()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));
        using var host = new CancellationTokenSource();
        sparkcentral.Conversations = [Reply.After(aborted => Task.WhenAll(host.CancelAsync(), Task.Delay(Timeout.InfiniteTimeSpan, aborted)), Reply.Of(200))];

        (await channel.Channel.SendAsync(TestChannel.Message("Hello"), host.Token)).Status.ShouldBe(DeliveryStatus.Unknown);
    }

    [Fact]
    public async Task A_send_that_the_host_ends_before_it_begins_has_sent_nothing()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        var withoutToken = await channel.Channel.SendAsync(TestChannel.Message("Hello"), new CancellationToken(canceled: true));
        await channel.SendAsync(TestChannel.Message("Hello"));
        var withToken = await channel.Channel.SendAsync(TestChannel.Message("Hello"), new CancellationToken(canceled: true));

        withoutToken.Status.ShouldBe(DeliveryStatus.NotSent);
        withToken.Status.ShouldBe(DeliveryStatus.NotSent);
        sparkcentral.ConversationCalls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Neither_texts_nor_secrets_nor_tokens_are_logged()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Conversations = [Reply.Of(200), Reply.Of(400), Reply.Of(500)];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        for (var i = 0; i < 3; i++)
        {
            await channel.SendAsync(TestChannel.Message("Confidential"));
        }

        channel.Logs.All.ShouldNotContain("Confidential");
        channel.Logs.All.ShouldNotContain("s3cret");
        channel.Logs.All.ShouldNotContain("token-1");
    }
}
