namespace Spark.Understanding.Entities.Rules;

/// <summary>What other rules read.</summary>
internal sealed class Reference(int rule, string name) : Element
{
    public override bool CanBeEmpty => false;

    public override bool MayStart(Reader reader, int at) => reader.MayStart(rule, at);

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        foreach (Reading reading in reader.Read(rule, at))
        {
            yield return (reading.Next, new Binding(name, reading.Value, bound));
        }
    }
}
