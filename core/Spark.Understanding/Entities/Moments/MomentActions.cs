using Spark.Understanding.Entities.Rules;

namespace Spark.Understanding.Entities.Moments;

/// <summary>What the rules for moments mean, by the names behind their arrows.</summary>
internal static class MomentActions
{
    public static IReadOnlyDictionary<string, Func<Captures, object, object?>> All { get; } =
        new[] { NumberActions.All, DayActions.All, ClockActions.All, LapseActions.All, PeriodActions.All, RangeActions.All, DateTimeActions.All, SetActions.All, ResultActions.All }
            .SelectMany(group => group)
            .ToDictionary(action => action.Key, action => (Func<Captures, object, object?>)((captures, context) => action.Value(captures, (Reference)context)), StringComparer.Ordinal);
}
