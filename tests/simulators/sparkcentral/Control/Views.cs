using System.Text;
using Spark.Simulators.Sparkcentral.Contacts;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Rest;
using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>Copies of the state for the control API. Called under the tenant's lock.</summary>
internal static class Views
{
    public static string Word(DeskQueue queue) => queue.ToString().ToUpperInvariant();

    public static string Word(Author author) => author switch
    {
        Author.Contact => "contact",
        Author.VirtualAgent => "virtual-agent",
        Author.Human => "human",
        _ => "system",
    };

    public static ConversationView InList(Conversation conversation) => new()
    {
        Id = conversation.Id,
        Contact = Of(conversation.Contact),
        Queue = Word(conversation.Queue),
        Owner = conversation.Owner is { } owner ? Of(owner) : null,
        PreviousHuman = conversation.PreviousHuman,
        IsPrivate = conversation.IsPrivate,
        VirtualAgentTypes = conversation.VirtualAgentTypes,
        CreatedAt = conversation.CreatedAt,
        UpdatedAt = conversation.UpdatedAt,
        ReplyDueAt = conversation.ReplyTimer.DueAt,
        ContactDueAt = conversation.ContactTimer.DueAt,
        Topics = [.. conversation.Topics],
        Notes = [.. conversation.Notes.Select(note => new NoteView(note.At, note.Author, note.Text))],
        Attachments = [.. conversation.Attachments.Values.Select(attachment => Of(conversation, attachment))],
        MessageCount = conversation.Messages.Count,
        LastMessage = conversation.Messages is [.., var last] ? Of(conversation, last) : null,
    };

    public static ConversationView InFull(Conversation conversation) => InList(conversation) with
    {
        Messages = [.. conversation.Messages.Select(message => Of(conversation, message))],
    };

    public static ContactView Of(Contact contact) => new(
        contact.Id,
        contact.MediumContactProfileId,
        contact.Name,
        contact.Handle,
        contact.Vip,
        contact.Language,
        contact.MediumId,
        contact.ChannelId,
        contact.ChannelName,
        [.. contact.Attributes ?? []]);

    public static DeliveryView Of(Delivery delivery) => new(
        delivery.Event.IdempotencyKey,
        delivery.Event.Type,
        delivery.ConversationId,
        Lower(delivery.State),
        delivery.NextAttemptAt,
        [.. delivery.Attempts.Select(Of)]);

    public static AttemptView Of(DeliveryAttempt attempt) => new(
        attempt.Number,
        attempt.At,
        attempt.Url?.ToString(),
        attempt.Headers,
        Encoding.UTF8.GetString(attempt.Body),
        Convert.ToBase64String(attempt.Body),
        attempt.Answer?.Status,
        attempt.Answer?.Body,
        attempt.Answer?.Error,
        attempt.Answer?.Milliseconds);

    public static RestCallView Of(RestCall call) => new(
        call.Number,
        call.At,
        Lower(call.Target),
        call.Method,
        call.Path,
        call.ConversationId,
        call.Headers,
        call.Body,
        call.Status,
        call.ResponseBody,
        call.Held,
        call.CallerLeft);

    public static string Lower<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();

    private static OwnerView Of(Owner owner) => owner.IsVirtualAgent
        ? new OwnerView("virtual-agent", owner.Name, Lower(owner.Kind))
        : new OwnerView("human", owner.Name, Assignment: null);

    private static MessageView Of(Conversation conversation, Message message) => new(
        message.Id,
        message.At,
        Word(message.Author),
        message.AuthorName,
        message.Text,
        message.Attachment is { } name && conversation.Attachments.TryGetValue(name, out var attachment) ? Of(conversation, attachment) : null,
        message.Payload,
        message.Tags);

    private static AttachmentView Of(Conversation conversation, Attachment attachment) => new(
        attachment.FileName,
        attachment.ContentType,
        attachment.Content.Length,
        $"/__sim/conversations/{Uri.EscapeDataString(conversation.Id)}/attachments/{attachment.FileName}");
}
