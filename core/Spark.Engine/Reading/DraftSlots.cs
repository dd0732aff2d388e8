using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Files;
using Spark.Engine.Turns;
using Spark.Understanding.Intents;
using Spark.Understanding.Values;
using Spark.Understanding.Values.Composites;

namespace Spark.Engine.Reading;

/// <summary>The variables of a draft, with all the words by which people name their values.</summary>
internal sealed class DraftSlots
{
    private readonly BotDraft draft;
    private readonly ILookup<(string Into, string Value), ChoiceDefinition> labels;
    private readonly ILookup<string, Text> translations;

    public DraftSlots(BotDraft draft)
    {
        this.draft = draft;
        labels = draft.Dialogs
            .SelectMany(dialog => dialog.Steps)
            .OfType<AskStep>()
            .SelectMany(step => step.Choices.Select(choice => (step.Into, choice.Value, Choice: choice)))
            .ToLookup(choice => (choice.Into, choice.Value), choice => choice.Choice);
        translations = draft.Locales
            .SelectMany(locale => locale.Texts)
            .ToLookup(text => text.Value.Key, text => text.Value, StringComparer.Ordinal);
    }

    /// <summary>All variables that are read from texts.</summary>
    public IReadOnlyList<SlotVariable> All() =>
        [.. draft.Variables.Values.Where(variable => ValueParsers.Find(variable.Type) is not null).Select(Of)];

    /// <summary>A part of a composite: like a declared variable, else of a type; null where it can be neither.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="like">The variable's name, or the type's.</param>
    public SlotVariable? Part(string name, string like) => draft.Variables.GetValueOrDefault(like) switch
    {
        { Type: CompositeReader.Type } => null,
        { } variable => ValueParsers.Find(variable.Type) is null ? null : Of(variable) with { Name = name },
        _ => like is CompositeReader.Type or "choice" || ValueParsers.Find(like) is null ? null : new() { Name = name, Type = like },
    };

    /// <summary>How a composite is said.</summary>
    /// <param name="variable">The composite.</param>
    public CompositePatterns Patterns(VariableDefinition variable) => new(
        [.. variable.Composite.Parts.Select(part => Part(part.Key, part.Value)).OfType<SlotVariable>()], variable.Composite.Patterns, draft.Vocabularies);

    private SlotVariable Of(VariableDefinition variable) => new()
    {
        Name = variable.Name,
        Type = variable.Type,
        Min = variable.Min,
        Max = variable.Max,
        Pattern = variable.Pattern,
        Unit = variable.Unit,
        Composite = variable.Type == CompositeReader.Type ? Patterns(variable) : null,
        Choices = [.. variable.Values.Select(value => Option(value, labels[(variable.Name, value)]))],
    };

    // The labels of a choice, in all languages, are words for its value, and so is what the bot says means the same.
    private ChoiceOption Option(string value, IEnumerable<ChoiceDefinition> choices)
    {
        var words = choices
            .SelectMany(choice => Literals(choice.Label).Concat(choice.Synonyms.SelectMany(Literals).SelectMany(Synonyms.Split)))
            .ToList();
        List<string> names = [.. words.Concat(Synonyms.Of(draft.Vocabularies, [value, .. words])).Distinct(StringComparer.Ordinal)];
        var label = words.FirstOrDefault() ?? value;
        return new(value, label, [.. names.Where(name => name != label)]);
    }

    private IEnumerable<string> Literals(Text text) => translations[text.Key]
        .Prepend(text)
        .Where(wording => wording.Template.IsLiteral)
        .Select(wording => wording.Template.Text);
}
