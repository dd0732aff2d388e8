using System.Globalization;
using System.Security.Cryptography;
using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>Ids in the form that the profile has on the wire.</summary>
internal sealed class WireIds(SimulatorClock clock, WireProfile profile)
{
    public string MessengerMedium => profile == WireProfile.Inbox2 ? "rtm" : "smooch-rtm";

    public string NewConversationId() => NewId();

    public string NewContactId() => NewId();

    public static string NewMessageId() => Guid.NewGuid().ToString();

    public static string NewIdempotencyKey() => Guid.NewGuid().ToString();

    private string NewId()
    {
        if (profile == WireProfile.Inbox2)
        {
            return Guid.NewGuid().ToString();
        }

        var milliseconds = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        return string.Create(CultureInfo.InvariantCulture, $"0-{milliseconds:x11}-000-{random}");
    }
}
