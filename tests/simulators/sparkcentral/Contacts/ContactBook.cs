using System.Security.Cryptography;
using Spark.Simulators.Sparkcentral.Conversations;

namespace Spark.Simulators.Sparkcentral.Contacts;

/// <summary>Makes contacts that look like those of a Messenger channel.</summary>
internal sealed class ContactBook(Tenant tenant, WireIds ids)
{
    private static readonly string[] Names =
        ["Ada", "Grace", "Linus", "Margaret", "Alan", "Barbara", "Edsger", "Radia", "Tim", "Hedy"];

    public Contact Add(NewContact wanted) => tenant.Change(state =>
    {
        var contact = new Contact
        {
            Id = wanted.Id ?? ids.NewContactId(),
            MediumContactProfileId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)),
            Name = wanted.Name ?? Names[state.Contacts.Count % Names.Length],
            Handle = wanted.Handle ?? string.Empty,
            PictureUrl = wanted.PictureUrl ?? "https://img.example/contact.png",
            Vip = wanted.Vip,
            Language = wanted.Language ?? "en",
            MediumId = wanted.MediumId ?? ids.MessengerMedium,
            ChannelId = wanted.ChannelId ?? "0-01c6421333d-000-4a29abb0",
            ChannelName = wanted.ChannelName ?? "Acme web messenger",
            Attributes = AttributesOf(wanted),
        };
        if (state.Contacts.TryAdd(contact.Id, contact))
        {
            return contact;
        }

        throw new ConflictException($"There is a contact {contact.Id} already.");
    });

    private static List<ContactAttribute>? AttributesOf(NewContact wanted) =>
        wanted.NullAttributes ? null
        : wanted.Attributes is { } given ? [.. given]
        :
        [
            new ContactAttribute("smooch-rtm-page-title", "Contact us", "MEDIUM"),
            new ContactAttribute("smooch-rtm-browser-language", wanted.Language ?? "en", "MEDIUM"),
        ];
}
