using System.Text.Json;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Faults;

public sealed class CraftedDeliveryTests
{
    [Fact]
    public async Task An_event_is_repeated_with_the_same_bytes_as_often_as_asked()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        await simulator.StartConversationAsync();
        var original = simulator.Agent.Received[^1];

        var answers = await simulator.ControlAsync("faults/duplicate", new { copies = 5 });

        answers.GetArrayLength().ShouldBe(5);
        answers.EnumerateArray().ShouldAllBe(a => a.GetProperty("status").GetInt32() == 200);
        simulator.Agent.Received.Skip(2).Select(e => e.Text).ShouldAllBe(text => text == original.Text);
        simulator.Agent.Received.Count.ShouldBe(7);
    }

    [Fact]
    public async Task A_new_event_can_arrive_five_times_at_once()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        await simulator.ControlAsync("faults/deliver", new { conversationId = id, text = "Hi", copies = 5 });

        var copies = simulator.Agent.Received.Skip(2).ToList();
        copies.Count.ShouldBe(5);
        copies.ShouldAllBe(e => e.IsSigned && e.MessageText == "Hi");
        copies.Select(e => e.Key).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("valid", true)]
    [InlineData("missing", false)]
    [InlineData("wrong", false)]
    [InlineData("short", false)]
    [InlineData("notHex", false)]
    [InlineData("secretAsText", false)]
    public async Task Signatures_are_as_bad_as_asked(string signature, bool isSigned)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var answers = await simulator.ControlAsync("faults/deliver", new { conversationId = "c", text = "Hi", signature });

        simulator.Agent.Received.Single().IsSigned.ShouldBe(isSigned);
        answers[0].GetProperty("status").GetInt32().ShouldBe(isSigned ? 200 : 401);
    }

    [Fact]
    public async Task An_upper_case_signature_is_the_right_one_in_other_letters()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        await simulator.ControlAsync("faults/deliver", new { conversationId = "c", text = "Hi", signature = "upperCase" });

        var received = simulator.Agent.Received.Single();
        received.SignatureHeader.ShouldMatch("^[0-9A-F]{64}$");
        received.IsSigned.ShouldBeFalse();
    }

    [Fact]
    public async Task Type_version_age_and_extra_fields_are_made_to_order()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        await simulator.ControlAsync(
            "faults/deliver", new { type = "CONVERSATION_PAINTED", version = 2, timestampOffsetSeconds = -600, extraFields = true, data = new { conversationId = "c" } });
        await simulator.ControlAsync("faults/deliver", new { body = "{not json" });

        var received = simulator.Agent.Received[0];
        received.IsSigned.ShouldBeTrue();
        received.Type.ShouldBe("CONVERSATION_PAINTED");
        received.Json.GetProperty("version").GetInt32().ShouldBe(2);
        received.Json.GetProperty("data").TryGetProperty("sentiment", out _).ShouldBeTrue();
        var now = (await simulator.InspectAsync("clock")).GetProperty("now").GetDateTimeOffset();
        (now - received.Json.GetProperty("timestamp").GetDateTimeOffset()).ShouldBeGreaterThan(TimeSpan.FromSeconds(599));
        simulator.Agent.Received[1].Text.ShouldBe("{not json");
        simulator.Agent.Received[1].IsSigned.ShouldBeTrue();
    }

    [Fact]
    public async Task Crafted_deliveries_change_nothing_at_the_desk()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        simulator.Agent.Answers(200, """{"sendMessage":{"text":"Hello"},"complete":"HANDOVER"}""");

        var answers = await simulator.ControlAsync("faults/deliver", new { conversationId = id, text = "Hi" });

        answers[0].GetProperty("responseBody").GetString()!.ShouldContain("HANDOVER");
        (await simulator.ConversationAsync(id)).GetProperty("messageCount").GetInt32().ShouldBe(1);
        (await simulator.ConversationAsync(id)).GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Object);
    }
}
