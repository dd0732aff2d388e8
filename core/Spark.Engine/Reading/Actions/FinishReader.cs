using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads <c>finish</c>.</summary>
internal sealed class FinishReader : IDeedReader
{
    public string Verb => "finish";

    public IReadOnlyList<string> Companions { get; } = [];

    public Deed Read(DeedContext deed) => new FinishDeed
    {
        Path = deed.Path,
        Next = deed.Next,
        At = deed.At,
        Outcome = deed.Block.Outcome(deed.Verb.Value, Verb) ?? ActionDialog.Done,
    };
}
