using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads <c>when</c>.</summary>
internal sealed class WhenDeedReader : IDeedReader
{
    public string Verb => "when";

    public IReadOnlyList<string> Companions { get; } = ["then", "otherwise"];

    public Deed Read(DeedContext deed)
    {
        var then = deed.Reading.Nodes.Require(deed.Map, "then", "A step with 'when'");
        return new WhenDeed
        {
            Path = deed.Path,
            Next = deed.Next,
            At = deed.At,
            Condition = deed.Reading.Expressions.Expression(deed.Verb.Value, Verb, deed.Scope),
            Then = (then is null ? null : deed.Block.Go(then, deed, "then")) ?? deed.Next,
            Otherwise = deed.Map.Find("otherwise") is { } otherwise ? deed.Block.Go(otherwise.Value, deed, "otherwise") : null,
        };
    }
}
