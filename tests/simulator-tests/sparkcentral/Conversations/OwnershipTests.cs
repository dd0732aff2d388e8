using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Conversations;

public sealed class OwnershipTests
{
    [Fact]
    public async Task After_resolving_the_next_message_starts_a_new_conversation()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        await simulator.ManipulateStatusAsync(id, """{"complete":"RESOLVED"}""");
        var conversation = await simulator.ConversationAsync(id);

        var again = await simulator.ControlAsync("messages", new { conversationId = id, text = "One more question" });

        conversation.GetProperty("queue").GetString().ShouldBe("RESOLVED");
        conversation.GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Null);
        var next = again.GetProperty("conversationId").GetString();
        (next == id).ShouldBeFalse();
        await simulator.InspectAsync($"deliveries?conversationId={next}&waitForEnded=2");
        simulator.Agent.Received.Skip(2).Select(e => (e.Type, e.ConversationId))
            .ShouldBe([("CONVERSATION_STARTED", next!), ("INBOUND_MESSAGE_RECEIVED", next!)]);
    }

    [Fact]
    public async Task A_virtual_agent_that_never_answers_loses_the_conversation_after_five_minutes()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        await simulator.AdvanceAsync(200);
        (await simulator.ConversationAsync(id)).GetProperty("owner").GetProperty("kind").GetString().ShouldBe("virtual-agent");
        await simulator.AdvanceAsync(100);

        var conversation = await simulator.ConversationAsync(id);
        conversation.GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Null);
        conversation.GetProperty("queue").GetString().ShouldBe("NEW");
        (await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"Sorry"}}""")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_reply_stops_the_reply_timer_and_starts_the_contacts()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"Which device?"}}""");

        await simulator.AdvanceAsync(3600);
        (await simulator.ConversationAsync(id)).GetProperty("owner").GetProperty("kind").GetString().ShouldBe("virtual-agent");
        await simulator.AdvanceAsync(22 * 3600);

        (await simulator.ConversationAsync(id)).GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Null);
        (await simulator.InspectAsync($"audit?conversationId={id}")).EnumerateArray().Last().GetProperty("text").GetString()!
            .ShouldContain("contact timeout window exceeded");
    }

    [Fact]
    public async Task A_delegated_virtual_agent_speaks_first_and_gives_back_to_the_same_human()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        await simulator.ManipulateStatusAsync(id, """{"complete":"HANDOVER"}""");
        await simulator.ControlAsync($"conversations/{id}/human/take", new { agent = "Sam" });
        await simulator.ControlAsync($"conversations/{id}/human/delegate", new { agent = "Sam" });
        await simulator.InspectAsync($"deliveries?conversationId={id}&waitForEnded=3");

        simulator.Agent.Received[^1].Type.ShouldBe("CONVERSATION_DELEGATED");
        (await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"What is your number?"}}""")).ShouldBe(HttpStatusCode.OK);
        (await simulator.ManipulateStatusAsync(id, """{"complete":"HANDOVER"}""")).ShouldBe(HttpStatusCode.OK);

        var owner = (await simulator.ConversationAsync(id)).GetProperty("owner");
        owner.GetProperty("kind").GetString().ShouldBe("human");
        owner.GetProperty("name").GetString().ShouldBe("Sam");
    }

    [Fact]
    public async Task A_delegated_virtual_agent_has_two_minutes_for_its_first_question()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        await simulator.ControlAsync($"conversations/{id}/human/take", new { agent = "Sam" });
        await simulator.ControlAsync($"conversations/{id}/human/delegate", new { agent = "Sam" });
        await simulator.InspectAsync($"deliveries?conversationId={id}&waitForEnded=3");

        await simulator.AdvanceAsync(120);

        (await simulator.ConversationAsync(id)).GetProperty("owner").GetProperty("name").GetString().ShouldBe("Sam");
    }

    [Fact]
    public async Task A_human_takes_over_silently()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        await simulator.ControlAsync($"conversations/{id}/human/reply", new { agent = "Sam", text = "Hi, Sam here." });
        await simulator.ControlAsync("messages", new { conversationId = id, text = "Hi Sam" });

        (await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"I am still here"}}""")).ShouldBe(HttpStatusCode.NotFound);
        simulator.Agent.Received.Count.ShouldBe(2);
        var conversation = await simulator.ConversationAsync(id);
        conversation.GetProperty("queue").GetString().ShouldBe("NEW");
        conversation.GetProperty("owner").GetProperty("name").GetString().ShouldBe("Sam");
    }

    [Fact]
    public async Task Queues_follow_what_humans_do()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        await simulator.ControlAsync($"conversations/{id}/human/pend");
        (await simulator.InspectAsync("queues")).GetProperty("PENDING").GetArrayLength().ShouldBe(1);
        await simulator.ControlAsync($"conversations/{id}/human/resolve");
        (await simulator.InspectAsync("queues")).GetProperty("RESOLVED").GetArrayLength().ShouldBe(1);

        using var refused = await simulator.PostAsync($"/__sim/conversations/{id}/human/take");
        ((int)refused.StatusCode).ShouldBe(StatusCodes.Status409Conflict);
        using var unknown = await simulator.PostAsync("/__sim/conversations/nowhere/human/take");
        ((int)unknown.StatusCode).ShouldBe(StatusCodes.Status404NotFound);
    }

    [Fact]
    public async Task A_public_conversation_is_for_humans_only()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var sent = await simulator.ControlAsync("messages", new { text = "@acme hello", isPublic = true });

        sent.GetProperty("idempotencyKeys").GetArrayLength().ShouldBe(0);
        (await simulator.ConversationAsync(sent.GetProperty("conversationId").GetString()!)).GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
