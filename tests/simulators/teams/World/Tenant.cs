using System.Globalization;
using System.Text.Json.Nodes;
using Spark.Simulators.Teams.CommandLine;

namespace Spark.Simulators.Teams.World;

/// <summary>The tenant: its people, and their conversations with the bot. All that changes is changed here, under one lock.</summary>
internal sealed class Tenant
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly List<Conversation> conversations = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastId;
    private long version;

    public Tenant(SimulatorOptions options, TimeProvider time)
    {
        this.time = time;
        Id = options.Tenant;
        conversations.AddRange(People.Select(person => new Conversation
        {
            Id = $"a:1{person.Key}-personal", Kind = ConversationKind.Personal, Title = options.BotName, Members = [person], IsInstalled = false,
        }));
        conversations.Add(new() { Id = "19:it-help-group@thread.v2", Kind = ConversationKind.GroupChat, Title = "Printer on floor 3", Members = People[..3], IsOpen = true });
        conversations.Add(new() { Id = "19:it-help-channel@thread.tacv2;messageid=1795188000000", Kind = ConversationKind.Channel, Title = "IT Help > General", Members = People, IsOpen = true });
    }

    public static IReadOnlyList<Person> Everybody => People;

    /// <summary>The tenant's id.</summary>
    public string Id { get; }

    public long Version => Interlocked.Read(ref version);

    private static Person[] People { get; } =
    [
        new("alex", "Alex Wilber", "aaaaaaaa-0000-4000-8000-000000000001", "en-US", "America/New_York"),
        new("megan", "Megan Bowen", "aaaaaaaa-0000-4000-8000-000000000002", "de-DE", "Europe/Berlin"),
        new("diego", "Diego Siciliani", "aaaaaaaa-0000-4000-8000-000000000003", "nl-NL", "Europe/Amsterdam"),
        new("lee", "Lee Gu", "aaaaaaaa-0000-4000-8000-000000000004", "fr-FR", "Europe/Paris"),
    ];

    public static Person? Find(string? key) => Array.Find(People, person => person.Key == key || person.Id == key || person.ObjectId == key || person.PrincipalName == key);

    /// <summary>An id as Teams makes them: a stamp in milliseconds, here never twice the same.</summary>
    public string NextId()
    {
        lock (gate)
        {
            lastId = Math.Max(lastId + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
            return lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Reads what is here, with nobody changing it meanwhile.</summary>
    public T Read<T>(Func<IReadOnlyList<Conversation>, T> read)
    {
        lock (gate)
        {
            return read(conversations);
        }
    }

    public Conversation? Conversation(string? id)
    {
        lock (gate)
        {
            return conversations.Find(conversation => conversation.Id == id);
        }
    }

    public Conversation PersonalOf(Person person)
    {
        lock (gate)
        {
            return conversations.Find(conversation => conversation.Kind == ConversationKind.Personal && conversation.Members[0] == person)!;
        }
    }

    /// <summary>Adds a message.</summary>
    public Message Add(Conversation conversation, Person? from, JsonObject activity, string? id = null)
    {
        var message = new Message { Id = id ?? NextId(), From = from, At = time.GetUtcNow(), Activity = activity };
        Change(() =>
        {
            conversation.IsOpen = true;
            conversation.TypedAt = null;
            conversation.Messages.Add(message);
        });
        return message;
    }

    /// <summary>Changes something, and tells those who wait.</summary>
    public void Change(Action change)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            change();
            version++;
            (told, changed) = (changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.SetResult();
    }

    /// <summary>Waits until something has changed since a version.</summary>
    public async Task<long> ChangedSinceAsync(long since, TimeSpan within, CancellationToken cancellationToken)
    {
        Task wait;
        lock (gate)
        {
            if (version > since)
            {
                return version;
            }

            wait = changed.Task;
        }

        try
        {
            await wait.WaitAsync(within, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nothing has changed: the caller asks again.
        }

        return Version;
    }
}
