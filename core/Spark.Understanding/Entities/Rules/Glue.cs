namespace Spark.Understanding.Entities.Rules;

/// <summary>Nothing, where the next piece touches the one before it (or does not).</summary>
internal sealed class Glue(bool isGlued) : Element
{
    public override bool CanBeEmpty => true;

    public override bool MayStart(Reader reader, int at) => false;

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        if (reader.Text.IsGlued(at) == isGlued)
        {
            yield return (at, bound);
        }
    }
}
