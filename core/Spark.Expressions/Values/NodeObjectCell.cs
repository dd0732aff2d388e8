using System.Text.Json.Nodes;

namespace Spark.Expressions.Values;

/// <summary>An object among JSON nodes, read where it lies.</summary>
internal sealed class NodeObjectCell(JsonObject node) : ObjectCell
{
    public override MapCell Fields
    {
        get
        {
            var map = new MapCell();
            foreach (var (name, value) in node)
            {
                map.Set(name, JsonNodes.ToValue(value));
            }

            return map.Seal();
        }
    }

    public override bool TryGet(string name, out Value value)
    {
        if (node.TryGetPropertyValue(name, out var found))
        {
            value = JsonNodes.ToValue(found);
            return true;
        }

        value = default;
        return false;
    }
}
