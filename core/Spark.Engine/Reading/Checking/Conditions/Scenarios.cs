using Spark.Engine.Reading.Drafts;
using Spark.Expressions;
using Spark.Expressions.Analysis;

namespace Spark.Engine.Reading.Checking.Conditions;

/// <summary>Whether conditions can come out as they are said to, all at once: tried with every combination of values that they can tell apart.</summary>
internal static class Scenarios
{
    private const int MostCombinations = 4096;

    /// <summary>False when there is no such conversation. What cannot be tried out is taken as possible.</summary>
    /// <param name="facts">The conditions.</param>
    /// <param name="use">Where they stand.</param>
    /// <param name="draft">The bot.</param>
    /// <param name="isKnown">True when only conversations are looked at in which what is compared has a value.</param>
    public static bool CanBe(IReadOnlyList<Fact> facts, ExpressionUse use, BotDraft draft, bool isKnown = false)
    {
        if (facts.Any(fact => fact.Condition.Formula.Claims.Any(claim => !claim.IsSteady)))
        {
            return true;
        }

        var groups = facts.SelectMany(fact => fact.Condition.Formula.Claims)
            .GroupBy(claim => claim.Key, StringComparer.Ordinal)
            .Select(group => Ways(group.Key, [.. group.DistinctBy(claim => claim.Text, StringComparer.Ordinal)], use, draft, isKnown))
            .ToList();
        if (groups.Aggregate(1L, (product, ways) => Math.Min(product * ways.Count, int.MaxValue)) > MostCombinations)
        {
            return true;
        }

        var truths = new Dictionary<string, bool>(StringComparer.Ordinal);
        return groups.Exists(ways => ways.Count == 0) || Try(groups, 0, truths, facts);
    }

    /// <summary>The facts that say something of what a condition looks at, in one or more steps.</summary>
    public static IReadOnlyList<Fact> Around(Expression condition, IReadOnlyCollection<Fact> facts)
    {
        var keys = condition.Formula.Keys.ToHashSet(StringComparer.Ordinal);
        var near = new List<Fact>();
        var rest = facts.ToList();
        while (rest.Find(fact => keys.Overlaps(fact.Condition.Formula.Keys)) is { } fact)
        {
            rest.Remove(fact);
            near.Add(fact);
            keys.UnionWith(fact.Condition.Formula.Keys);
        }

        return near;
    }

    private static List<Dictionary<string, bool>> Ways(string key, IReadOnlyList<Claim> claims, ExpressionUse use, BotDraft draft, bool isKnown)
    {
        if (claims[0].Field is null)
        {
            return [new(StringComparer.Ordinal) { [claims[0].Text] = true }, new(StringComparer.Ordinal) { [claims[0].Text] = false }];
        }

        var ways = new Dictionary<string, Dictionary<string, bool>>(StringComparer.Ordinal);
        var isAlwaysThere = isKnown && claims.All(claim => claim.Literals.Count > 0);
        foreach (var value in Samples.Of(key, claims, use, draft).Where(value => !(isAlwaysThere && value.IsUndefined)))
        {
            var truths = claims.Select(claim => claim.Holds(value)).ToList();
            if (!truths.Contains(null))
            {
                ways.TryAdd(
                    string.Concat(truths.Select(truth => truth == true ? '1' : '0')),
                    claims.Zip(truths).ToDictionary(pair => pair.First.Text, pair => pair.Second == true, StringComparer.Ordinal));
            }
        }

        return [.. ways.Values];
    }

    private static bool Try(List<List<Dictionary<string, bool>>> groups, int index, Dictionary<string, bool> truths, IReadOnlyList<Fact> facts)
    {
        if (index == groups.Count)
        {
            return facts.All(fact => fact.Condition.Formula.Decide(claim => truths[claim.Text]) == fact.Holds);
        }

        foreach (var way in groups[index])
        {
            foreach (var (text, truth) in way)
            {
                truths[text] = truth;
            }

            if (Try(groups, index + 1, truths, facts))
            {
                return true;
            }
        }

        return false;
    }
}
