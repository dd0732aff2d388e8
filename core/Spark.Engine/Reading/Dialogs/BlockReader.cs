using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Values;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads the steps of a dialog into one list.</summary>
internal sealed class BlockReader(string dialog, IReadOnlyDictionary<string, VariableDefinition> locals, ReadingContext reading)
{
    private static readonly Dictionary<string, IStepReader> Readers = new IStepReader[]
    {
        new SayReader(), new AskReader(), new ConfirmReader(), new WhenReader(), new RunReader(),
        new VisitReader(), new GotoReader(), new SetReader(), new ClearReader(), new EndReader(),
    }.ToDictionary(reader => reader.Verb, StringComparer.Ordinal);

    private readonly FlatList<Step> steps = new();
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>What can be shown without a word, so that these stand for the verb.</summary>
    public static IReadOnlyList<string> Shown { get; } = ["card", "media", "carousel", "list"];

    /// <summary>The verbs of a dialog.</summary>
    public static IReadOnlyCollection<string> Verbs => Readers.Keys;

    public string Dialog => dialog;

    public ReadingContext Reading => reading;

    /// <summary>What expressions of the dialog may name besides the variables.</summary>
    public ExpressionScope Scope { get; } = locals.Count == 0 ? ExpressionScope.Dialog : ExpressionScope.Within(locals.Keys);

    /// <summary>All steps of the dialog's file.</summary>
    public IReadOnlyList<Step> ReadAll(YamlSequence block)
    {
        Read(block.Items, FlatList<Step>.End, "steps");
        return steps.Close(StepLinks.Close);
    }

    /// <summary>Remembers that a dialog is named here.</summary>
    public string? Refer(ReferenceKind kind, YamlScalar? name)
    {
        if (name is not null && !(kind == ReferenceKind.Variable && locals.ContainsKey(name.Value)))
        {
            reading.Draft.References.Add(new(kind, name.Value, name.At, dialog));
        }

        return name?.Value;
    }

    /// <summary>Reads where a step goes on: a dialog, <c>next</c>, or steps written in place.</summary>
    public Target? Go(YamlNode node, StepContext parent, string field)
    {
        var place = $"{parent.Place}.{field}";
        switch (node)
        {
            case YamlMapping map:
                return Target.ToStep(Read([map], parent.Next, place, isList: false));
            case YamlSequence { Items.Count: > 0 } block:
                return Target.ToStep(Read(block.Items, parent.Next, place));
            case YamlSequence:
                reading.Findings.Error(
                    FindingCodes.Empty, node.At, $"'{field}' has no steps.", $"Write steps, a dialog, or {Names.Next} to go on behind this step.");
                return null;
            case YamlScalar { Value: Names.Next }:
                return Target.ToStep(parent.Next);
            default:
                return Refer(ReferenceKind.Dialog, reading.Nodes.Id(node, field)) is { } name ? Target.ToDialog(name) : null;
        }
    }

    private int Read(IReadOnlyList<YamlNode> block, int next, string place, bool isList = true)
    {
        var sizes = block.Select(SizeOf).ToList();
        var start = steps.Reserve(sizes.Sum());
        var index = start;
        for (var i = 0; i < block.Count; i++)
        {
            var follows = i + 1 < block.Count ? index + sizes[i] : next;
            var own = isList ? string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]") : place;
            ReadStep(block[i], index, sizes[i], follows, own);
            index += sizes[i];
        }

        return start;
    }

    // say with goto or end is two steps.
    private static int SizeOf(YamlNode node) =>
        node is YamlMapping map && (map.Has("goto") || map.Has("end")) && (map.Has("say") || Shown.Any(map.Has)) ? 2 : 1;

    private void ReadStep(YamlNode node, int index, int size, int next, string place)
    {
        var nextOwn = size == 2 ? index + 1 : next;
        if (reading.Nodes.Mapping(node, "steps") is not { } map || FindVerb(map) is not { } reader)
        {
            PutNothing(index, size, next, place, node.At);
            return;
        }

        var id = ReadId(map, reader);
        reading.Nodes.Allow(map, $"a step with '{reader.Verb}'", ["id", reader.Verb, .. reader.Companions]);
        var verb = map.Find(reader.Verb) ?? map.Entries.First(entry => Shown.Contains(entry.Name, StringComparer.Ordinal));
        var context = new StepContext(map, verb, id, place, nextOwn, this);
        var texts = reading.Draft.Texts.Count;
        steps.Put(index, reader.Read(context));
        RefuseSameKeys(context, texts);
        if (size == 2)
        {
            steps.Put(index + 1, ReadEnding(context, next));
        }
    }

    // Parts of a step take their keys from the author's words, which may meet: a choice called 2 and the second wording.
    private void RefuseSameKeys(StepContext step, int first)
    {
        var parts = $"{step.Key()}.";
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in reading.Draft.Texts.Skip(first).Where(text => text.Key.StartsWith(parts, StringComparison.Ordinal)))
        {
            if (!keys.Add(text.Key))
            {
                reading.Findings.Error(
                    FindingCodes.DuplicateId, text.At, $"Two texts of this step have the key {text.Key}.", "Give one of the parts another name.");
            }
        }
    }

    private static Step ReadEnding(StepContext say, int next)
    {
        var field = say.Map.Has("goto") ? "goto" : "end";
        var ending = say with { Verb = say.Map.Find(field)!, Id = null, Place = $"{say.Path}.{field}", Next = next };
        return Readers[field].Read(ending);
    }

    private string? ReadId(YamlMapping map, IStepReader reader)
    {
        if (map.Find("id") is not { } entry)
        {
            if (reader.NeedsId)
            {
                reading.Findings.Error(
                    FindingCodes.MissingField,
                    map.At,
                    $"A step with '{reader.Verb}' needs an id.",
                    "Add 'id:' with a word of your own; translations and tests use it.");
            }

            return null;
        }

        if (reading.Nodes.Id(entry.Value, "id") is not { } id)
        {
            return null;
        }

        if (!ids.Add(id.Value))
        {
            reading.Findings.Error(
                FindingCodes.DuplicateId, id.At, $"The dialog has another step with the id '{id.Value}'.", "Give one of them another id.");
        }

        return id.Value;
    }

    private IStepReader? FindVerb(YamlMapping map)
    {
        var verbs = map.Entries.Where(entry => Readers.ContainsKey(entry.Name)).ToList();
        if (Shown.Any(map.Has) && verbs.TrueForAll(entry => entry.Name is "goto" or "end"))
        {
            RefuseBothEndings(verbs);
            return Readers["say"];
        }

        if (verbs.Count == 0)
        {
            RefuseNoVerb(map);
            return null;
        }

        var verb = verbs[0];
        if (verbs.Count > 1)
        {
            var say = verbs.Find(entry => entry.Name == "say");
            var others = verbs.Where(entry => entry != say).ToList();
            if (say is null || others.Exists(entry => entry.Name is not ("goto" or "end")))
            {
                var (first, second) = (verbs[0], verbs[1]);
                reading.Findings.Error(
                    FindingCodes.TwoVerbs,
                    second.Key.At,
                    $"A step has one verb, and this one has '{first.Name}' and '{second.Name}'.",
                    $"Make '{second.Name}' a step of its own; only 'say' can be followed by 'goto' or 'end' in the same step.");
                return null;
            }

            RefuseBothEndings(others);
            verb = say;
        }

        return Readers[verb.Name];
    }

    private void RefuseNoVerb(YamlMapping map)
    {
        var words = map.Entries.Where(entry => entry.Name is not "id").ToList();
        var acts = words.Find(entry => reading.Offers.Actions.Contains(entry.Name) || entry.Name is "offload" or "finish");
        var word = acts ?? words.Find(entry => NearestName.Find(entry.Name, Readers.Keys) is not null);
        var all = $"A step has one of {string.Join(", ", Readers.Keys)}.";
        reading.Findings.Error(
            FindingCodes.NoVerb,
            word?.Key.At ?? map.At,
            word is null ? "This step has no verb." : $"This step has no verb: '{word.Name}' is none of a dialog.",
            word is not null && word == acts ? $"What acts stands in an action dialog: move it to actions/NAME.yaml, and write 'run: NAME' here. {all}" : NearestName.Suggest(word?.Name ?? "", Readers.Keys, all));
    }

    private void RefuseBothEndings(List<YamlEntry> endings)
    {
        if (endings.Count > 1)
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                endings[1].Key.At,
                "'goto' and 'end' cannot both follow 'say'.",
                "Keep one: 'goto' goes on in another dialog, 'end' closes the conversation.");
        }
    }

    // Keeps the places of a step that cannot be read, so that the others can be.
    private void PutNothing(int index, int size, int next, string place, SourceLocation at)
    {
        for (var i = 0; i < size; i++)
        {
            steps.Put(index + i, new ClearStep { Path = place, Next = i + 1 < size ? index + 1 : next, At = at, Variables = [] });
        }
    }
}
