namespace Spark.Understanding.Entities.Rules;

/// <summary>A word or sign as it is.</summary>
internal sealed class Literal(string text) : Element
{
    public override bool CanBeEmpty => false;

    public override bool MayStart(Reader reader, int at) => reader.Text.At(at) == text;

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        if (reader.Text.At(at) == text)
        {
            yield return (at + 1, bound);
        }
    }
}
