using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads <c>set</c>.</summary>
internal sealed class SetDeedReader : IDeedReader
{
    public string Verb => "set";

    public IReadOnlyList<string> Companions { get; } = [];

    public Deed Read(DeedContext deed) => new SetDeed
    {
        Path = deed.Path,
        Next = deed.Next,
        At = deed.At,
        Assignments = deed.Reading.Expressions.Assignments(deed.Verb.Value, Verb, deed.Scope, name => Assignable.Accept(name, deed)),
    };
}
