using Spark.Simulators.Sparkcentral.Contacts;
using Spark.Simulators.Sparkcentral.Conversations;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>What a test does as a contact.</summary>
internal static class ContactControl
{
    public static void MapContactControl(this RouteGroupBuilder control)
    {
        control.MapGet("/contacts", (Tenant tenant) =>
            tenant.Read(state => state.Contacts.Values.Select(Views.Of).ToArray()));
        control.MapPost("/contacts", (NewContact contact, ContactBook book) => Views.Of(book.Add(contact)));
        control.MapPost("/messages", (SendMessage message, Tenant tenant, ContactBook book, ContactMessages messages) =>
            messages.Send(ContactIdFor(message, tenant, book), new ContactMessage(message.Text, message.Payload, !message.IsPublic)));
    }

    private static string ContactIdFor(SendMessage message, Tenant tenant, ContactBook book)
    {
        if (message.ContactId is { } contactId)
        {
            return contactId;
        }

        return message.ConversationId is { } conversationId
            ? tenant.Read(state => state.Get(conversationId).Contact.Id)
            : book.Add(message.Contact ?? new NewContact()).Id;
    }
}
