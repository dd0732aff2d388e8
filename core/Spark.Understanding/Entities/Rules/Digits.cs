namespace Spark.Understanding.Entities.Rules;

/// <summary>Digits of a certain length.</summary>
internal sealed class Digits(int least, int most, string name) : Element
{
    public override bool CanBeEmpty => false;

    public override bool MayStart(Reader reader, int at) => reader.Text.Digits(at).Length is > 0 and var length && length >= least && length <= most;

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        string digits = reader.Text.Digits(at);
        if (digits.Length > 0 && digits.Length >= least && digits.Length <= most)
        {
            yield return (at + 1, new Binding(name, digits, bound));
        }
    }
}
