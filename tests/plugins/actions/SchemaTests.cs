using System.Text.Json;
using Spark.Actions.Tests.Support;
using Spark.Plugins.Catalog;

namespace Spark.Actions.Tests;

/// <summary>Every action brings a schema of its fields, which the checker, completion and the cockpit read.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Every_action_describes_each_of_its_fields()
    {
        await using var actions = await InstalledActions.LoadAsync();
        actions.Offers.Actions.Order(StringComparer.Ordinal)
            .ShouldBe(["api-call", "call", "categorize", "email", "get-time", "json-event", "log", "opening-hours", "pause"]);
        actions.Offers.ConnectedActions.Order(StringComparer.Ordinal).ShouldBe(["call", "email"]);
        foreach (var action in actions.Offers.Actions)
        {
            var schema = JsonElement.Parse(actions.Offers.ActionSchemas[action]);
            schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse(action);
            schema.GetProperty("properties").TryGetProperty(action, out _).ShouldBeTrue(action);
            schema.GetProperty("properties").EnumerateObject().ShouldAllBe(field => field.Value.GetProperty("description").GetString()!.Length > 0);
            schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldContain(action);
        }

        actions.Catalog.Plugins.Where(plugin => actions.Offers.Actions.Contains(plugin.Id)).ShouldAllBe(plugin => plugin.Status == PluginStatus.Running);
    }
}
