using Spark.Engine.Definitions;
using Spark.Engine.Reading.Actions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Checking;

/// <summary>A sensitive variable is never said, and leaves Spark only where the step says that it does.</summary>
internal sealed class SensitiveCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var sensitive = draft.Variables.Values.Where(variable => variable.IsSensitive).Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        if (sensitive.Count == 0)
        {
            return;
        }

        CheckTexts(draft, sensitive, reading.Findings);
        var uses = draft.Expressions.ToLookup(use => use.Scalar);
        var passed = PassedInto(draft, sensitive);
        foreach (var deed in draft.DeedUses)
        {
            CheckDeed(deed, sensitive, passed, uses, reading.Findings);
        }
    }

    private static void CheckTexts(BotDraft draft, HashSet<string> sensitive, FindingBag findings)
    {
        var texts = draft.Texts.Concat(draft.Locales.SelectMany(locale => locale.Texts).Select(text => text.Value));
        foreach (var text in texts)
        {
            foreach (var name in text.Template.Expressions.SelectMany(Names).Distinct(StringComparer.Ordinal).Where(sensitive.Contains))
            {
                findings.Error(
                    FindingCodes.SensitiveShown,
                    text.At,
                    $"This text shows '{name}', which is sensitive: it would stand in every transcript.",
                    "Say it without the value, or do not declare the variable as sensitive.");
            }
        }
    }

    private static void CheckDeed(
        DeedUse deed, HashSet<string> sensitive, HashSet<string> passed, ILookup<YamlScalar, ExpressionUse> uses, FindingBag findings)
    {
        foreach (var scalar in deed.Map.Entries.Where(entry => entry.Name != Disclosure.Field).SelectMany(entry => Scalars(entry.Value)))
        {
            if (deed.Kept.Contains(scalar.At))
            {
                continue;
            }

            var named = uses[scalar].SelectMany(use => use.Names).Select(name => name.Name);
            foreach (var name in named.Concat(IsShared(deed, scalar) ? [scalar.Value] : []).Distinct(StringComparer.Ordinal))
            {
                // An input is sensitive when a sensitive variable is given to it.
                var isSensitive = deed.Scope.Names.Contains(name) ? passed.Contains(name) : sensitive.Contains(name);
                if (isSensitive && !deed.Discloses.Contains(name))
                {
                    findings.Error(
                        FindingCodes.SensitiveShared,
                        scalar.At,
                        $"This gives away '{name}', which is sensitive.",
                        $"Leave it out, or say that it is meant: discloses: [{name}].");
                }
            }
        }
    }

    private static bool IsShared(DeedUse deed, YamlScalar scalar) =>
        deed.Map.Find("share")?.Value is YamlMapping share && share.Find("variables")?.Value is YamlSequence list && list.Items.Contains(scalar);

    private static HashSet<string> PassedInto(BotDraft draft, HashSet<string> sensitive) => draft.Dialogs
        .SelectMany(dialog => dialog.Steps)
        .OfType<RunStep>()
        .SelectMany(run => run.With)
        .Where(input => Names(input.Value).Any(sensitive.Contains))
        .Select(input => input.Name)
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Names(Spark.Expressions.Expression expression) => expression.Analysis.Fields.Select(field => field.Name.Split('.')[0]);

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlScalar scalar => [scalar],
        _ => [],
    };
}
