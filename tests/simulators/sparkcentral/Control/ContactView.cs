using Spark.Simulators.Sparkcentral.Contacts;

namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record ContactView(
    string Id,
    string MediumContactProfileId,
    string Name,
    string Handle,
    bool Vip,
    string Language,
    string MediumId,
    string ChannelId,
    string ChannelName,
    IReadOnlyList<ContactAttribute> Attributes);
