using System.Text.Json.Nodes;
using Spark.Simulators.Teams.Tests.Support;

namespace Spark.Simulators.Teams.Tests;

public sealed class DeliveryTests : IAsyncLifetime
{
    private RunningSimulator simulator = null!;

    public async ValueTask InitializeAsync() => simulator = await RunningSimulator.StartAsync();

    public ValueTask DisposeAsync() => simulator.DisposeAsync();

    [Fact]
    public async Task The_first_words_install_the_app_and_everything_carries_a_token()
    {
        await simulator.ControlAsync("messages", new JsonObject { ["person"] = "alex", ["text"] = "hello" });
        await simulator.HeardAsync(3);

        simulator.Heard.Select(one => one.Activity["type"]!.GetValue<string>()).Order(StringComparer.Ordinal).ShouldBe(["conversationUpdate", "installationUpdate", "message"]);
        simulator.Heard.ShouldAllBe(one => one.Authorization!.StartsWith("Bearer ey"));
    }

    [Fact]
    public async Task What_was_not_answered_comes_again_with_its_id_and_then_with_a_new_one()
    {
        simulator.Statuses = [500];
        await simulator.ControlAsync("messages", new JsonObject { ["person"] = "alex", ["text"] = "hello", ["conversation"] = "19:it-help-group@thread.v2" });
        await simulator.HeardAsync(3);

        var ids = simulator.Heard.Select(one => one.Activity["id"]!.GetValue<string>()).ToList();
        ids[1].ShouldBe(ids[0]);
        ids[2].ShouldNotBe(ids[0]);
    }

    [Fact]
    public async Task What_is_held_leaves_in_the_order_that_is_asked_for()
    {
        await simulator.ControlAsync("hold", []);
        foreach (var text in new[] { "one", "two", "three" })
        {
            await simulator.ControlAsync("messages", new JsonObject { ["person"] = "alex", ["text"] = text, ["conversation"] = "19:it-help-group@thread.v2" });
        }

        simulator.Heard.ShouldBeEmpty();
        (await simulator.ControlAsync("release", new JsonObject { ["reversed"] = true }))["sent"]!.GetValue<int>().ShouldBe(3);
        await simulator.HeardAsync(3);
    }

    [Fact]
    public async Task A_group_message_names_the_bot()
    {
        await simulator.ControlAsync("messages", new JsonObject { ["person"] = "alex", ["text"] = "hello", ["conversation"] = "19:it-help-group@thread.v2" });
        await simulator.HeardAsync(1);

        simulator.Heard.TryPeek(out var heard).ShouldBeTrue();
        heard.Activity["text"]!.GetValue<string>().ShouldBe("<at>IT assistant</at> hello");
        heard.Activity["conversation"]!["conversationType"]!.GetValue<string>().ShouldBe("groupChat");
    }
}
