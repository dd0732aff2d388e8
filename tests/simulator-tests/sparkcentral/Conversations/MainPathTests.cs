using System.Net;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Conversations;

public sealed class MainPathTests
{
    [Fact]
    public async Task A_contact_writes_the_virtual_agent_replies_and_hands_over()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var id = await simulator.StartConversationAsync("I need help");

        var events = simulator.Agent.Received;
        events.Select(e => e.Type).ShouldBe(["CONVERSATION_STARTED", "INBOUND_MESSAGE_RECEIVED"]);
        events.ShouldAllBe(e => e.IsSigned && e.ConversationId == id && e.ContentType == "application/json");
        events[1].MessageText.ShouldBe("I need help");

        (await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"Let me see.","attachment":null},"applyTopics":null,"complete":null}"""))
            .ShouldBe(HttpStatusCode.OK);
        var held = await simulator.ConversationAsync(id, "waitForReplies=1");
        held.GetProperty("owner").GetProperty("kind").GetString().ShouldBe("virtual-agent");

        (await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"A colleague will help you."},"complete":"HANDOVER"}"""))
            .ShouldBe(HttpStatusCode.OK);
        var conversation = await simulator.ConversationAsync(id);
        conversation.GetProperty("queue").GetString().ShouldBe("NEW");
        conversation.GetProperty("owner").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        conversation.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("text").GetString())
            .ShouldBe(["I need help", "Let me see.", "A colleague will help you."]);
        var queues = await simulator.InspectAsync("queues");
        queues.GetProperty("NEW").EnumerateArray().Single().GetProperty("id").GetString().ShouldBe(id);
    }

    [Fact]
    public async Task After_a_handover_the_virtual_agent_can_say_and_hears_nothing()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        await simulator.ManipulateStatusAsync(id, """{"complete":"HANDOVER"}""");

        (await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"One more thing"}}""")).ShouldBe(HttpStatusCode.NotFound);
        (await simulator.ManipulateStatusAsync(id, "{}")).ShouldBe(HttpStatusCode.NotFound);
        var sent = await simulator.ControlAsync("messages", new { conversationId = id, text = "Is anybody there?" });

        sent.GetProperty("conversationId").GetString().ShouldBe(id);
        sent.GetProperty("idempotencyKeys").GetArrayLength().ShouldBe(0);
        simulator.Agent.Received.Count.ShouldBe(2);
        (await simulator.ConversationAsync(id)).GetProperty("messages").GetArrayLength().ShouldBe(2);
    }
}
