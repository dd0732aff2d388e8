using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Control;

internal static class ClockAndSettings
{
    public static void MapClockAndSettings(this RouteGroupBuilder control)
    {
        control.MapGet("/clock", (SimulatorClock clock) => ViewOf(clock));
        control.MapPost("/clock/advance", (AdvanceClock wanted, SimulatorClock clock) =>
        {
            clock.Advance(TimeSpan.FromSeconds(wanted.Seconds));
            return ViewOf(clock);
        });
        control.MapGet("/settings", (Tenant tenant) => tenant.Read(state => ViewOf(state.Settings)));
        control.MapPut("/settings", (SettingsChange change, Tenant tenant) => tenant.Change(state =>
        {
            if (change.SecretHex is { } secret && !SharedSecret.IsValid(secret))
            {
                throw new ArgumentException("secretHex must be an even number of hex digits.", nameof(change));
            }

            state.Settings = change.ApplyTo(state.Settings);
            return ViewOf(state.Settings);
        }));
    }

    private static ClockView ViewOf(SimulatorClock clock) => new(clock.GetUtcNow(), clock.Offset.TotalSeconds);

    private static SettingsView ViewOf(TenantSettings settings) => new(
        Views.Lower(settings.Profile),
        settings.Webhook?.ToString(),
        settings.SignatureHeader,
        settings.ClientId,
        settings.RetryTimestamp,
        settings.Reopen,
        settings.Handoff,
        settings.OnError,
        settings.VirtualAgentName,
        settings.ReplyTimeout.TotalSeconds,
        settings.FirstQuestionTimeout.TotalSeconds,
        settings.ContactTimeout.TotalSeconds,
        settings.TokenLifetime.TotalSeconds,
        settings.Topics,
        settings.Tags);
}
