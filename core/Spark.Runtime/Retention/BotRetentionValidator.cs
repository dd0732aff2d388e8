using Microsoft.Extensions.Options;

namespace Spark.Runtime.Retention;

/// <summary>Checks how long single bots keep things: no attribute looks into a table.</summary>
internal sealed class BotRetentionValidator : IValidateOptions<RetentionOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        string[] wrong = [.. options.Bots.Where(one => one.Value < Shortest || one.Value > Longest).Select(one => $"{RetentionOptions.SectionName}:{nameof(RetentionOptions.Bots)}:{one.Key} must be between {Shortest:c} and {Longest:c}.")];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
