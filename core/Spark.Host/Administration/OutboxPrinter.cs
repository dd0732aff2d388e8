using System.Globalization;
using Spark.Cockpit.Outbox;

namespace Spark.Host.Administration;

/// <summary>Prints effects: lines, not a table, because the reasons are sentences.</summary>
internal static class OutboxPrinter
{
    public static void Print(TextWriter output, IReadOnlyList<EffectView> effects)
    {
        foreach (var effect in effects)
        {
            var attempts = effect.Attempts == 1 ? "1 attempt" : string.Create(CultureInfo.InvariantCulture, $"{effect.Attempts} attempts");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{effect.Address}  {effect.Status.ToLowerInvariant(),-16} {effect.CreatedAt:u}  {effect.Kind} on {effect.Instance}/{effect.ConversationId}, {attempts}{(effect.MayHaveArrived ? ", may have arrived" : "")}"));
            if (effect.Reason is { } reason)
            {
                output.WriteLine($"    {reason}");
            }
        }
    }
}
