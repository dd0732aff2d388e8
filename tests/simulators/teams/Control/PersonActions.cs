using System.Text.Json.Nodes;
using Spark.Simulators.Teams.Deliveries;
using Spark.Simulators.Teams.Hosting;
using Spark.Simulators.Teams.World;

namespace Spark.Simulators.Teams.Control;

/// <summary>What people do in Teams.</summary>
internal static class PersonActions
{
    /// <summary>Somebody writes: <c>{"person","text","conversation"}</c>; without a conversation in the personal chat.</summary>
    public static async Task<IResult> WriteAsync(HttpRequest request, Tenant tenant, ActivityMaker maker, Departures departures)
    {
        var body = await Answers.BodyAsync(request);
        if (Read(body, tenant) is not var (person, conversation) || body["text"]?.GetValue<string>() is not { Length: > 0 } text)
        {
            return Wrong("person and text are needed, and conversation when it is not the personal chat.");
        }

        Open(tenant, conversation, person, maker, departures);
        var activity = maker.Message(conversation, person, text, mentions: conversation.Kind != ConversationKind.Personal);
        tenant.Add(conversation, person, activity, activity["id"]!.GetValue<string>());
        departures.Send(activity);
        return Sent(conversation, activity);
    }

    /// <summary>
    /// Somebody presses a button: <c>{"person","conversation","message","title","inputs"}</c>. <c>again</c> sends the same press once more:
    /// <c>same</c> with its id, <c>new</c> under a new one.
    /// </summary>
    public static async Task<IResult> PressAsync(HttpRequest request, Tenant tenant, ActivityMaker maker, Departures departures)
    {
        var body = await Answers.BodyAsync(request);
        if (Read(body, tenant) is not var (person, conversation) || body["message"]?.GetValue<string>() is not { } card)
        {
            return Wrong("person and message are needed.");
        }

        var shown = tenant.Read(_ => conversation.Messages.Find(message => message.Id == card)?.Activity.DeepClone());
        if (shown is null || Buttons.Find(shown, body["title"]?.GetValue<string>()) is not { } button)
        {
            return Wrong("There is no such button.");
        }

        var data = Buttons.DataOf(button, body["inputs"] as JsonObject);
        if (button["type"]?.GetValue<string>() == "Action.Execute")
        {
            var invoke = maker.Execute(conversation, person, card, button["verb"]?.GetValue<string>(), data);
            return Answers.Json((await departures.InvokeAsync(invoke, request.HttpContext.RequestAborted)).ToJson());
        }

        var activity = maker.Submit(conversation, person, card, data);
        departures.Send(activity);
        switch (body["again"]?.GetValue<string>())
        {
            case "same":
                departures.Send(activity);
                break;
            case "new":
                departures.Send(maker.Again(activity));
                break;
        }

        return Sent(conversation, activity);
    }

    /// <summary>Somebody installs or takes away the app: <c>{"person","action":"add|remove"}</c>.</summary>
    public static async Task<IResult> InstallAsync(HttpRequest request, Tenant tenant, ActivityMaker maker, Departures departures)
    {
        var body = await Answers.BodyAsync(request);
        if (Read(body, tenant) is not var (person, conversation))
        {
            return Wrong("person is needed.");
        }

        if (body["action"]?.GetValue<string>() == "remove")
        {
            tenant.Change(() => conversation.IsInstalled = false);
            departures.Send(maker.Installation(conversation, person, "remove"));
        }
        else
        {
            tenant.Change(() => conversation.IsInstalled = false);
            Open(tenant, conversation, person, maker, departures);
        }

        return Answers.Json(Views.Of(conversation));
    }

    /// <summary>A client's invoke: <c>{"person","name","value"}</c>; answers with what the bot answered.</summary>
    public static async Task<IResult> InvokeAsync(HttpRequest request, Tenant tenant, ActivityMaker maker, Departures departures)
    {
        var body = await Answers.BodyAsync(request);
        return Read(body, tenant) is var (person, conversation) && body["name"]?.GetValue<string>() is { } name
            ? Answers.Json((await departures.InvokeAsync(maker.Invoke(conversation, person, name, body["value"]), request.HttpContext.RequestAborted)).ToJson())
            : Wrong("person and name are needed.");
    }

    /// <summary>Any activity: the frame of a type with <c>fields</c> replaced, and a token with a flaw when one is given. Answers with what the bot answered.</summary>
    public static async Task<IResult> RawAsync(HttpRequest request, Tenant tenant, ActivityMaker maker, BotCaller caller)
    {
        var body = await Answers.BodyAsync(request);
        if (Read(body, tenant) is not var (person, conversation))
        {
            return Wrong("person is needed.");
        }

        var activity = maker.Frame(body["type"]?.GetValue<string>() ?? "message", conversation, person);
        foreach (var (name, value) in body["fields"] as JsonObject ?? [])
        {
            activity[name] = value?.DeepClone();
        }

        return Answers.Json((await caller.CallAsync(activity, body["token"] as JsonObject, request.HttpContext.RequestAborted)).ToJson());
    }

    private static (Person Person, Conversation Conversation)? Read(JsonObject body, Tenant tenant)
    {
        if (Tenant.Find(body["person"]?.GetValue<string>() ?? "alex") is not { } person)
        {
            return null;
        }

        var conversation = body["conversation"]?.GetValue<string>() is { } id ? tenant.Conversation(id) : tenant.PersonalOf(person);
        return conversation is null ? null : (person, conversation);
    }

    // The first visit to a personal chat installs the app, and both updates leave at once.
    private static void Open(Tenant tenant, Conversation conversation, Person person, ActivityMaker maker, Departures departures)
    {
        if (conversation.IsInstalled)
        {
            return;
        }

        tenant.Change(() => (conversation.IsInstalled, conversation.IsOpen) = (true, true));
        departures.Send(maker.Installation(conversation, person, "add"));
        departures.Send(maker.MembersAdded(conversation, person));
    }

    private static IResult Sent(Conversation conversation, JsonObject activity) =>
        Answers.Json(new JsonObject { ["conversation"] = conversation.Id, ["id"] = activity["id"]!.GetValue<string>() });

    private static IResult Wrong(string sentence) => Answers.Error(400, "BadSyntax", sentence);
}
