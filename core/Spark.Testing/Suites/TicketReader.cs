using Spark.Engine.Reading.Yaml;
using Spark.Offload;

namespace Spark.Testing.Suites;

/// <summary>Reads a ticket: what a provider answers, or what there is news of.</summary>
internal static class TicketReader
{
    public static TicketReference? Read(YamlNode node, SuiteContext context)
    {
        if (context.Nodes.Mapping(node, "ticket") is not { } map)
        {
            return null;
        }

        context.Nodes.Allow(map, "a ticket", ["number", "id", "url", "state"]);
        string? Text(string field) => map.Find(field) is { } entry ? context.Nodes.Scalar(entry.Value, field, "a text")?.Value : null;
        return context.Nodes.Require(map, "number", "A ticket") is null
            ? null
            : new()
            {
                Number = Text("number") ?? "",
                Id = Text("id"),
                Url = Uri.TryCreate(Text("url"), UriKind.Absolute, out var url) ? url : null,
                State = Text("state"),
            };
    }
}
