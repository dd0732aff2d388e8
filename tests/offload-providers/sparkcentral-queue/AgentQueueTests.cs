using System.Text.Json;
using Spark.Messages;
using Spark.Offload.SparkcentralQueue.Tests.Support;

namespace Spark.Offload.SparkcentralQueue.Tests;

public sealed class AgentQueueTests
{
    [Theory]
    [InlineData("sparkcentral")]
    [InlineData("support")]
    public async Task A_conversation_of_the_channel_is_accepted_with_a_handover(string channel)
    {
        var queue = new TestQueue(new SparkcentralQueueSettings { Channel = channel });

        var decision = await queue.OpenAsync(TestQueue.Request());

        decision.Result.ShouldBe(OffloadResult.Accepted);
        decision.Reason.ShouldBeNull();
        var completion = decision.Completion.ShouldNotBeNull();
        completion.Kind.ShouldBe(CompletionKind.Handover);
        completion.Topics.ShouldBeEmpty();
        completion.Attributes.ShouldBeEmpty();
        completion.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conversation_of_another_channel_is_unsupported()
    {
        var queue = new TestQueue();
        var request = TestQueue.Request();

        var refused = await queue.OpenAsync(request with { Channel = "web-chat" });
        var accepted = await queue.OpenAsync(request);

        refused.Result.ShouldBe(OffloadResult.Unsupported);
        refused.Completion.ShouldBeNull();
        refused.Reason.ShouldBe("This queue takes conversations of the channel 'sparkcentral' only; this one came by 'support' (web-chat).");
        accepted.Result.ShouldBe(OffloadResult.Accepted);
    }

    [Fact]
    public async Task Topics_of_the_settings_come_before_those_of_the_step()
    {
        var queue = new TestQueue(new SparkcentralQueueSettings { Topics = ["Chatbot", "IT Support"] });

        var decision = await queue.OpenAsync(TestQueue.Request("""{"topics":["it support","Laptop","",7,null]}"""));

        decision.Completion.ShouldNotBeNull().Topics.ShouldBe(["Chatbot", "IT Support", "Laptop"]);
    }

    [Theory]
    [InlineData("""{"topics":"Laptop"}""", "Laptop")]
    [InlineData("""{"topics":{}}""", "")]
    [InlineData("""{"topics":null}""", "")]
    [InlineData("[]", "")]
    public async Task Topics_may_be_one_text_and_nothing_else_breaks(string fields, string topics)
    {
        var decision = await new TestQueue().OpenAsync(TestQueue.Request(fields));

        string.Join(',', decision.Completion.ShouldNotBeNull().Topics).ShouldBe(topics);
    }

    [Fact]
    public async Task Attributes_come_from_the_step_and_from_declared_variables_only()
    {
        var queue = new TestQueue(new SparkcentralQueueSettings
        {
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["account_number"] = "account", ["urgency"] = "urgency", ["absent"] = "absent" },
        });

        var decision = await queue.OpenAsync(TestQueue.Request(
            """{"attributes":{"urgency":"high","floor":3,"vip":true,"none":null}}""",
            """{"account":"A-1001","urgency":"low","problem":"Screen is black"}"""));

        decision.Completion.ShouldNotBeNull().Attributes.ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["account_number"] = "A-1001", ["floor"] = "3", ["urgency"] = "high", ["vip"] = "true" },
            ignoreOrder: true);
        queue.Logs.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"attributes":{"account-number":"A","floor":"3"}}""")]
    [InlineData("""{"attributes":{"":"A","floor":"3"}}""")]
    [InlineData("""{"attributes":{"list":[1],"floor":"3"}}""")]
    public async Task An_attribute_that_cannot_be_one_is_left_out_with_a_warning(string fields)
    {
        var queue = new TestQueue();

        var decision = await queue.OpenAsync(TestQueue.Request(fields));

        decision.Completion.ShouldNotBeNull().Attributes.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, string>("floor", "3"));
        queue.Logs.Warnings.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_note_holds_what_the_step_shares()
    {
        var request = TestQueue.Request(variables: """{"account":"A-1001","floor":3,"ticket":null}""") with
        {
            Transcript =
            [
                new TranscriptLine { At = new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.FromHours(1)), FromPerson = true, Text = "My screen is black" },
                new TranscriptLine { At = new DateTimeOffset(2026, 3, 1, 12, 1, 0, TimeSpan.Zero), FromPerson = false, Text = "A moment." },
            ],
        };

        var decision = await new TestQueue().OpenAsync(request);

        decision.Completion.ShouldNotBeNull().Notes.ShouldHaveSingleItem().ShouldBe(
            "account: A-1001\nfloor: 3\n\n2026-03-01 12:00 UTC, contact: My screen is black\n2026-03-01 12:01 UTC, bot: A moment.");
    }

    [Fact]
    public async Task The_note_can_be_switched_off()
    {
        var request = TestQueue.Request(variables: """{"account":"A-1001"}""");

        var without = await new TestQueue(new SparkcentralQueueSettings { Note = false }).OpenAsync(request);
        var with = await new TestQueue().OpenAsync(request);

        without.Completion.ShouldNotBeNull().Notes.ShouldBeEmpty();
        with.Completion.ShouldNotBeNull().Notes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_long_transcript_keeps_its_newest_lines()
    {
        var request = TestQueue.Request() with
        {
            Transcript = [.. Enumerable.Range(1, 500).Select(i => new TranscriptLine { At = DateTimeOffset.UnixEpoch, FromPerson = true, Text = $"line {i}" })],
        };

        var note = (await new TestQueue().OpenAsync(request)).Completion.ShouldNotBeNull().Notes.ShouldHaveSingleItem();

        var lines = note.Split('\n');
        note.Length.ShouldBeLessThan(8100);
        lines[^1].ShouldEndWith("line 500");
        lines[0].ShouldBe($"({500 - (lines.Length - 1)} earlier lines left out)");
    }

    [Fact]
    public async Task A_long_line_is_cut_between_characters()
    {
        var text = string.Concat(Enumerable.Repeat("👋", 2000));

        var note = (await new TestQueue().OpenAsync(TestQueue.Request(variables: $$"""{"p":"{{text}}"}"""))).Completion.ShouldNotBeNull().Notes.ShouldHaveSingleItem();

        note.Length.ShouldBeLessThanOrEqualTo(2001);
        note.ShouldEndWith("👋…");
    }

    [Fact]
    public async Task A_queue_that_the_step_names_is_ignored_with_a_warning()
    {
        var queue = new TestQueue();

        (await queue.OpenAsync(TestQueue.Request() with { Queue = "vip" })).Result.ShouldBe(OffloadResult.Accepted);

        queue.Logs.Warnings.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Asking_again_gives_the_same_decision()
    {
        var request = TestQueue.Request("""{"topics":["A"],"attributes":{"b":"2","a":"1"}}""", """{"account":"A-1001"}""");

        var first = await new TestQueue().OpenAsync(request);
        var again = await new TestQueue().OpenAsync(request);

        JsonSerializer.Serialize(again).ShouldBe(JsonSerializer.Serialize(first));
    }
}
