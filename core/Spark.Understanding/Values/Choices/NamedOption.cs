using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Choices;

/// <summary>An option with its names in normal form.</summary>
internal sealed class NamedOption
{
    public NamedOption(ChoiceOption option)
    {
        Option = option;
        Value = TextNormalizer.Normalize(option.Value);
        Label = TextNormalizer.Normalize(option.Label);
        Names = [Value, Label, .. option.Synonyms.Select(TextNormalizer.Normalize)];
        Names.RemoveAll(name => name.Length == 0 && Names.Count > 1);
    }

    public ChoiceOption Option { get; }

    public string Value { get; }

    public string Label { get; }

    public List<string> Names { get; }

    public bool IsNumeric => char.IsAsciiDigit(Label.FirstOrDefault()) || (Label.Length == 0 && char.IsAsciiDigit(Value.FirstOrDefault()));
}
