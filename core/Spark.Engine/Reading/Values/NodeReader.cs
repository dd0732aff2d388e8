using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Values;

/// <summary>Reads nodes as what a field expects, and says where they are not.</summary>
internal sealed class NodeReader(FindingBag findings)
{
    // As much as the normaliser of what people write looks at.
    private const int LongestValue = 10_000;
    private const int LongestExample = 40;
    private const string AWord = "a word";
    private const string AList = "a list";
    private const string AMapping = "a mapping (key: value)";

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    // Names that were refused where they are declared.
    private readonly HashSet<string> forgiven = new(StringComparer.Ordinal);

    public YamlMapping? Mapping(YamlNode node, string field) => As<YamlMapping>(node, field, AMapping);

    public YamlSequence? Sequence(YamlNode node, string field) => As<YamlSequence>(node, field, AList);

    /// <summary>A list with something in it.</summary>
    public YamlSequence? Filled(YamlNode node, string field)
    {
        var list = Sequence(node, field);
        if (list is { Items.Count: 0 })
        {
            RefuseEmpty(node, field);
        }

        return list;
    }

    /// <summary>A mapping with something in it.</summary>
    public YamlMapping? FilledMapping(YamlNode node, string field)
    {
        var map = Mapping(node, field);
        if (map is { Entries.Count: 0 })
        {
            RefuseEmpty(node, field);
        }

        return map;
    }

    /// <summary>Says that there is nothing in a list or a mapping.</summary>
    public void RefuseEmpty(YamlNode node, string field) =>
        findings.Error(FindingCodes.Empty, node.At, $"'{field}' is empty.", $"Write something in it, or leave '{field}' out.");

    /// <summary>A scalar with something in it.</summary>
    public YamlScalar? Scalar(YamlNode node, string field, string expected = AWord)
    {
        if (node is not YamlScalar scalar)
        {
            if (FlowOf(node) is { } flow)
            {
                RefuseBrackets(node, field, flow, expected);
            }
            else
            {
                RefuseKind(node, field, expected);
            }

            return null;
        }

        if (scalar.IsNull || scalar.Value.Length == 0)
        {
            findings.Error(
                FindingCodes.Empty,
                scalar.At,
                scalar.SwallowedComment is { } comment
                    ? $"'{field}' has no value: YAML reads {comment} as a comment."
                    : $"'{field}' has no value.",
                scalar.SwallowedComment is { } text ? $"Quote the value: {QuotingTrap.Quote(text)}" : $"Write {expected} behind '{field}:'.");
            return null;
        }

        if (scalar.Value.Length > LongestValue)
        {
            findings.Error(
                FindingCodes.FileTooLarge,
                scalar.At,
                string.Create(CultureInfo.InvariantCulture, $"'{field}' is longer than {LongestValue} characters."),
                "Nobody reads so much at once: split it.");
            return null;
        }

        return scalar;
    }

    /// <summary>An id: lower case with hyphens.</summary>
    public YamlScalar? Id(YamlNode node, string field) =>
        Named(node, field, Names.Id(), "An id is lower case: letters, digits and hyphens, beginning with a letter.");

    /// <summary>A name that was refused where it is declared is not refused again where it is used.</summary>
    public void Forgive(string name) => forgiven.Add(name);

    /// <summary>A variable's name.</summary>
    public YamlScalar? Variable(YamlNode node, string field) =>
        Named(node, field, Names.Variable(), "A variable's name is letters and digits, beginning with a small letter.");

    /// <summary>A language tag.</summary>
    public YamlScalar? Language(YamlNode node, string field) =>
        Named(node, field, Names.Language(), "A language is a tag such as en, nl or pt-BR.");

    public bool? Boolean(YamlNode node, string field)
    {
        if (node is YamlScalar scalar && scalar.AsBoolean() is { } value)
        {
            return value;
        }

        RefuseKind(node, field, "true or false");
        return null;
    }

    public double? Number(YamlNode node, string field)
    {
        if (node is YamlScalar scalar && scalar.AsNumber() is { } value)
        {
            if (scalar.Value.TrimStart('-') is ['0', >= '0' and <= '9', ..] written)
            {
                findings.Error(FindingCodes.BadNumber, node.At, $"Older YAML tools read '{scalar.Value}' as a number of base 8.", $"Write {written.TrimStart('0')} without the zero before it.");
                return null;
            }

            return value;
        }

        RefuseKind(node, field, "a number");
        return null;
    }

    /// <summary>A number from 0 to 1.</summary>
    public double? Share(YamlNode node, string field)
    {
        if (Number(node, field) is not { } number)
        {
            return null;
        }

        if (number is >= 0 and <= 1)
        {
            return number;
        }

        findings.Error(
            FindingCodes.BadNumber, node.At, string.Create(CultureInfo.InvariantCulture, $"'{field}' is {number}."), "Write a number from 0 to 1, such as 0.4.");
        return null;
    }

    public int? WholeNumber(YamlNode node, string field, int least)
    {
        if (Number(node, field) is not { } number)
        {
            return null;
        }

        if (number == Math.Truncate(number) && number >= least && number <= int.MaxValue)
        {
            return (int)number;
        }

        findings.Error(
            FindingCodes.BadNumber,
            node.At,
            string.Create(CultureInfo.InvariantCulture, $"'{field}' is {number}."),
            string.Create(CultureInfo.InvariantCulture, $"Write a whole number from {least}."));
        return null;
    }

    public TimeSpan? Duration(YamlNode node, string field)
    {
        if (Scalar(node, field, "a duration such as 8s") is not { } scalar)
        {
            return null;
        }

        if (Durations.Read(scalar.Value) is { } duration)
        {
            return duration;
        }

        findings.Error(
            FindingCodes.BadNumber,
            node.At,
            $"'{scalar.Value}' is not a duration.",
            NearestName.Remedy(Durations.Meant(scalar.Value), "Write digits and a unit: ms, s, m, h or d, such as 500ms, 8s or 30d."));
        return null;
    }

    /// <summary>A duration that is longer than nothing.</summary>
    public TimeSpan? Limit(YamlNode node, string field)
    {
        var duration = Duration(node, field);
        if (duration is null || duration > TimeSpan.Zero)
        {
            return duration;
        }

        findings.Error(FindingCodes.BadNumber, node.At, $"'{field}' is no time at all.", $"Write how long, such as 8s or 30d, or leave '{field}' out.");
        return null;
    }

    /// <summary>A duration that a person may be waited for: shorter ones would only burn turns.</summary>
    public TimeSpan? WaitingTime(YamlNode node, string field)
    {
        var duration = Duration(node, field);
        if (duration is null || duration >= ShortestWait)
        {
            return duration;
        }

        findings.Error(FindingCodes.BadNumber, node.At, $"'{field}' is shorter than a second.", "Give the person a second at least, such as 30s or 5m.");
        return null;
    }

    /// <summary>A duration for which a person may be kept waiting without a word.</summary>
    public TimeSpan? ShortPause(YamlNode node, string field)
    {
        var duration = Duration(node, field);
        if (duration is null || duration <= LongestPause)
        {
            return duration;
        }

        findings.Error(
            FindingCodes.BadNumber,
            node.At,
            string.Create(CultureInfo.InvariantCulture, $"'{field}' is longer than {LongestPause.TotalSeconds:0} s, for which nobody watches somebody typing."),
            "Write a few seconds, such as 2s; what is to come much later is a dialog of its own.");
        return null;
    }

    /// <summary>One of a few words.</summary>
    /// <param name="node">The node.</param>
    /// <param name="field">Its field.</param>
    /// <param name="words">The words.</param>
    /// <param name="elsewhere">What the words are called elsewhere, for the remedy.</param>
    public T? OneOf<T>(YamlNode node, string field, IReadOnlyDictionary<string, T> words, IReadOnlyDictionary<string, string>? elsewhere = null)
        where T : struct
    {
        if (Scalar(node, field) is not { } scalar)
        {
            return null;
        }

        if (words.TryGetValue(scalar.Value, out var value))
        {
            return value;
        }

        findings.Error(
            FindingCodes.NotAllowed,
            node.At,
            $"'{scalar.Value}' is not one of the words for '{field}'.",
            elsewhere?.GetValueOrDefault(scalar.Value) is { } meant
                ? NearestName.Remedy(meant, $"Allowed are {string.Join(", ", words.Keys)}.")
                : NearestName.Suggest(scalar.Value, words.Keys, $"Allowed are {string.Join(", ", words.Keys)}."));
        return null;
    }

    /// <summary>A list of names, each read by the same rule; the bad ones are left out.</summary>
    public IReadOnlyList<YamlScalar> List(YamlNode node, string field, Func<YamlNode, string, YamlScalar?> item) =>
        Sequence(node, field) is { } sequence
            ? [.. sequence.Items.Select(entry => item(entry, field)).OfType<YamlScalar>()]
            : [];

    /// <summary>The value of a field that must be there.</summary>
    public YamlNode? Require(YamlMapping map, string field, string owner)
    {
        if (map.Find(field) is { } entry)
        {
            return entry.Value;
        }

        if (!IsMisspelt(map, field))
        {
            findings.Error(FindingCodes.MissingField, map.At, $"{owner} needs the field '{field}'.", $"Add '{field}:' here.");
        }

        return null;
    }

    /// <summary>True when a field that was refused is nearly the name of another, and surely meant as it.</summary>
    public bool IsMisspelt(YamlMapping map, string field) =>
        map.Entries.Any(entry => findings.IsReported(entry.Key.At) && MeantName.Field(entry.Name, [field]) is not null);

    /// <summary>Refuses the fields that a mapping does not have, and names those that it has.</summary>
    public void Allow(YamlMapping map, string owner, IReadOnlyList<string> fields, IReadOnlyList<string>? notYet = null)
    {
        foreach (var entry in map.Entries)
        {
            if (fields.Contains(entry.Name, StringComparer.Ordinal))
            {
                continue;
            }

            if (notYet?.Contains(entry.Name, StringComparer.Ordinal) == true)
            {
                findings.Error(
                    FindingCodes.NotYet, entry.Key.At, $"This version of Spark does not know '{entry.Name}' in {owner} yet.", "Leave it out.");
                continue;
            }

            findings.Error(
                FindingCodes.UnknownField,
                entry.Key.At,
                $"{Capital(owner)} has no field '{entry.Name}'.",
                NearestName.Remedy(MeantName.Field(entry.Name, [.. fields.Where(field => !map.Has(field))]) ?? MeantName.Field(entry.Name, fields), $"Allowed are {string.Join(", ", fields)}."));
        }
    }

    /// <summary>Says that a node is of another kind than its field expects.</summary>
    public void RefuseKind(YamlNode node, string field, string expected) =>
        findings.Error(FindingCodes.WrongKind, node.At, $"'{field}' expects {expected}, and here stands {node.Kind}.", $"Write {expected}{WantedForms.Of(field, node) ?? Example(node, expected)}.");

    // What was probably meant, in the form that is wanted.
    private static string Example(YamlNode node, string expected) => (expected, node) switch
    {
        (AList, YamlScalar { IsNull: false, Value: { Length: > 0 and < LongestExample } word }) => $": [{word}]",
        (AMapping, YamlSequence { Items: [YamlScalar { Value.Length: < LongestExample } first, ..] }) => $", such as {first.Value}: …",
        _ => "",
    };

    private void RefuseBrackets(YamlNode node, string field, string flow, string expected) => findings.Error(
        FindingCodes.NeedsQuotes,
        node.At,
        $"YAML reads a value that begins with {flow[0]} as {node.Kind}, and '{field}' expects a text.",
        node is YamlSequence { Items: [YamlScalar { IsNull: false } only] } && expected == AWord
            ? $"Write one name, without brackets: {only.Value}."
            : WantedForms.InBraces(field, node) ?? $"Quote the value: {QuotingTrap.Quote(flow)}");

    private static string? FlowOf(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Flow,
        YamlSequence sequence => sequence.Flow,
        _ => null,
    };

    private static string Capital(string text) => text.Contains('.', StringComparison.Ordinal) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private T? As<T>(YamlNode node, string field, string expected)
        where T : YamlNode
    {
        if (node is T found)
        {
            return found;
        }

        RefuseKind(node, field, expected);
        return null;
    }

    private YamlScalar? Named(YamlNode node, string field, Regex rule, string remedy)
    {
        if (Scalar(node, field) is not { } scalar)
        {
            return null;
        }

        if (rule.IsMatch(scalar.Value))
        {
            return scalar;
        }

        if (!forgiven.Contains(scalar.Value))
        {
            findings.Error(FindingCodes.BadName, scalar.At, $"'{scalar.Value}' cannot be a name here.", MeantName.Of(scalar.Value, rule) is { } meant ? $"Write {meant}. {remedy}" : remedy);
        }

        return null;
    }
}
