using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Turns;
using Spark.Understanding.Intents;
using Spark.Understanding.Values;

namespace Spark.Engine.Reading;

/// <summary>Makes the intent matcher of the examples.</summary>
internal static class MatcherBuilder
{
    /// <summary>Builds it; examples that cannot be used are reported, except those at <paramref name="reported"/>.</summary>
    public static ExactIntentMatcher Build(BotDraft draft, FindingBag findings, HashSet<SourceLocation> reported)
    {
        var places = new Dictionary<(string Intent, string Language), IntentLanguageDraft>();
        foreach (var intent in draft.Intents)
        {
            foreach (var language in intent.Languages)
            {
                places[(intent.Name, language.Language)] = language;
            }
        }

        var matcher = ExactIntentMatcher.Build(Examples(draft), Slots(draft));
        foreach (var problem in matcher.Problems)
        {
            var example = places[(problem.Intent, problem.Language)].Examples[problem.Index];
            if (!reported.Contains(example.At))
            {
                findings.Error(FindingCodes.BadExample, example.At, "This example cannot be used.", problem.Message);
            }
        }

        return matcher;
    }

    /// <summary>All examples of a draft.</summary>
    public static IReadOnlyList<IntentExamples> Examples(BotDraft draft) =>
    [
        .. draft.Intents.SelectMany(intent => intent.Languages.Select(language =>
            new IntentExamples(intent.Name, language.Language, [.. language.Examples.Select(example => example.Value)]))),
    ];

    /// <summary>Adds a classifier a language, trained or remembered.</summary>
    public static IIntentMatcher Complete(BotDraft draft, ExactIntentMatcher exact) =>
        new IntentMatcher(exact, LanguageModels.Train(Examples(draft), draft.Thresholds, ClassifierCache.Shared));

    // The labels of a choice, in all languages, are words for its value.
    private static List<SlotVariable> Slots(BotDraft draft)
    {
        var labels = draft.Dialogs
            .SelectMany(dialog => dialog.Steps)
            .OfType<AskStep>()
            .SelectMany(step => step.Choices.Select(choice => (step.Into, choice.Value, Choice: choice)))
            .ToLookup(choice => (choice.Into, choice.Value), choice => choice.Choice);
        var translations = draft.Locales
            .SelectMany(locale => locale.Texts)
            .ToLookup(text => text.Value.Key, text => text.Value, StringComparer.Ordinal);
        return
        [
            .. draft.Variables.Values.Where(variable => ValueParsers.Find(variable.Type) is not null).Select(variable => new SlotVariable
            {
                Name = variable.Name,
                Type = variable.Type,
                Min = variable.Min,
                Max = variable.Max,
                Pattern = variable.Pattern,
                Choices = [.. variable.Values.Select(value => Option(value, labels[(variable.Name, value)], translations))],
            }),
        ];
    }

    private static ChoiceOption Option(string value, IEnumerable<ChoiceDefinition> choices, ILookup<string, Text> translations)
    {
        var words = choices
            .SelectMany(choice => Literals(choice.Label, translations)
                .Concat(choice.Synonyms.SelectMany(synonym => Literals(synonym, translations)).SelectMany(Synonyms.Split)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return new(value, words.FirstOrDefault() ?? value, [.. words.Skip(1)]);
    }

    private static IEnumerable<string> Literals(Text text, ILookup<string, Text> translations) => translations[text.Key]
        .Prepend(text)
        .Where(wording => wording.Template.IsLiteral)
        .Select(wording => wording.Template.Text);
}
