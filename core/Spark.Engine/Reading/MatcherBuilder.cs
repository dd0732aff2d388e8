using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Understanding.Intents;

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

        var matcher = ExactIntentMatcher.Build(Examples(draft), new DraftSlots(draft).All(), draft.Vocabularies);
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
        new IntentMatcher(exact, LanguageModels.Train(Examples(draft), draft.Thresholds, draft.Vocabularies, ClassifierCache.Shared));
}
