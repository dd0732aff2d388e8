using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Dialogs;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Values;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads the deeds of an action dialog into one list.</summary>
/// <param name="action">The action dialog's id.</param>
/// <param name="scope">What its expressions may name.</param>
/// <param name="reading">What all readers share.</param>
internal sealed class DeedBlockReader(string action, ExpressionScope scope, ReadingContext reading)
{
    // What the format describes and the engine does not run yet.
    private static readonly string[] NotYet = ["wait"];

    private static readonly Dictionary<string, IDeedReader> Readers = new IDeedReader[]
    {
        new OffloadReader(), new SetDeedReader(), new WhenDeedReader(), new FinishReader(),
    }.ToDictionary(reader => reader.Verb, StringComparer.Ordinal);

    private readonly FlatList<Deed> deeds = new();
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly List<string> outcomes = [];

    public ReadingContext Reading => reading;

    public ExpressionScope Scope => scope;

    /// <summary>The outcomes that are written, in their order.</summary>
    public IReadOnlyList<string> Outcomes => outcomes;

    /// <summary>All deeds of the file.</summary>
    public IReadOnlyList<Deed> ReadAll(YamlSequence block)
    {
        Read(block.Items, FlatList<Deed>.End, "steps");
        return deeds.Close(DeedLinks.Close);
    }

    /// <summary>The action dialog's id.</summary>
    public string Action => action;

    /// <summary>Adds an outcome that the engine gives by itself.</summary>
    public void Add(string outcome)
    {
        if (!outcomes.Contains(outcome, StringComparer.Ordinal))
        {
            outcomes.Add(outcome);
        }
    }

    /// <summary>Reads an outcome's name.</summary>
    public string? Outcome(YamlNode node, string field)
    {
        if (reading.Nodes.Id(node, field) is not { } name)
        {
            return null;
        }

        Add(name.Value);
        return name.Value;
    }

    /// <summary>Reads where a <c>when</c> goes on: an outcome, <c>next</c>, or deeds written in place.</summary>
    public int? Go(YamlNode node, DeedContext parent, string field)
    {
        var place = $"{parent.Place}.{field}";
        switch (node)
        {
            case YamlMapping map:
                return Read([map], parent.Next, place, isList: false);
            case YamlSequence { Items.Count: > 0 } block:
                return Read(block.Items, parent.Next, place);
            case YamlSequence:
                reading.Findings.Error(
                    FindingCodes.Empty, node.At, $"'{field}' has no steps.", $"Write steps, an outcome, or {Names.Next} to go on behind this step.");
                return null;
            case YamlScalar { Value: Names.Next }:
                return parent.Next;
            default:
                return Outcome(node, field) is { } outcome ? Finish(outcome, parent, place, node.At) : null;
        }
    }

    private int Finish(string outcome, DeedContext parent, string place, SourceLocation at)
    {
        var index = deeds.Reserve(1);
        deeds.Put(index, new FinishDeed { Path = place, Next = parent.Next, At = at, Outcome = outcome });
        return index;
    }

    private int Read(IReadOnlyList<YamlNode> block, int next, string place, bool isList = true)
    {
        var start = deeds.Reserve(block.Count);
        for (var i = 0; i < block.Count; i++)
        {
            var follows = i + 1 < block.Count ? start + i + 1 : next;
            var own = isList ? string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]") : place;
            deeds.Put(start + i, ReadDeed(block[i], follows, own));
        }

        return start;
    }

    private Deed ReadDeed(YamlNode node, int next, string place)
    {
        var nothing = new SetDeed { Path = place, Next = next, At = node.At, Assignments = [] };
        if (reading.Nodes.Mapping(node, "steps") is not { } map || FindVerb(map) is not { } verb)
        {
            return nothing;
        }

        var context = new DeedContext(map, verb, ReadId(map), place, next, this);
        if (!Readers.TryGetValue(verb.Name, out var reader))
        {
            return InvokeReader.Read(context);
        }

        reading.Nodes.Allow(map, $"a step with '{verb.Name}'", ["id", verb.Name, .. reader.Companions], NotYet);
        return reader.Read(context);
    }

    private string? ReadId(YamlMapping map)
    {
        if (map.Find("id") is not { } entry || reading.Nodes.Id(entry.Value, "id") is not { } id)
        {
            return null;
        }

        if (!ids.Add(id.Value))
        {
            reading.Findings.Error(
                FindingCodes.DuplicateId, id.At, $"The action dialog has another step with the id '{id.Value}'.", "Give one of them another id.");
        }

        return id.Value;
    }

    // A plugin's action may have fields that are called like another verb: the first verb in the file is the step's.
    private YamlEntry? FindVerb(YamlMapping map)
    {
        var own = map.Entries.Where(entry => entry.Name != "id" && !AwaitingFields.Has(entry.Name)).ToList();
        var verb = own.Find(entry => IsVerb(entry.Name)) ?? (own.Count > 0 ? own[0] : null);
        if (verb is null || (verb.Name is "then" or "otherwise" && !IsVerb(verb.Name)))
        {
            reading.Findings.Error(
                FindingCodes.NoVerb,
                map.At,
                "This step has no verb.",
                $"A step of an action dialog has one of {string.Join(", ", Readers.Keys)}, or the id of an action that a plugin offers.");
            return null;
        }

        if (Readers.ContainsKey(verb.Name) && own.Find(entry => entry != verb && IsVerb(entry.Name)) is { } second)
        {
            reading.Findings.Error(
                FindingCodes.TwoVerbs,
                second.Key.At,
                $"A step has one verb, and this one has '{verb.Name}' and '{second.Name}'.",
                $"Make '{second.Name}' a step of its own.");
            return null;
        }

        return verb;
    }

    private bool IsVerb(string word) => Readers.ContainsKey(word) || reading.Offers.Actions.Contains(word);

    /// <summary>The verbs that can be used.</summary>
    public IEnumerable<string> Verbs => Readers.Keys.Concat(reading.Offers.Actions);
}
