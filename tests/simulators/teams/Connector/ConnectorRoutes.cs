namespace Spark.Simulators.Teams.Connector;

/// <summary>The Connector's addresses, below the service address of activities.</summary>
internal static class ConnectorRoutes
{
    /// <summary>What stands between the simulator's address and <c>v3/…</c> in a service address.</summary>
    public const string Service = "/teams/";

    public static void MapConnector(this WebApplication app)
    {
        var group = app.MapGroup($"{Service}v3").AddEndpointFilter<ConnectorFilter>();
        group.MapPost("/conversations", ConversationEndpoint.CreateAsync);
        group.MapPost("/conversations/{id}/activities", MessageEndpoints.SendAsync);
        group.MapPost("/conversations/{id}/activities/{activity}", MessageEndpoints.SendAsync);
        group.MapPut("/conversations/{id}/activities/{activity}", MessageEndpoints.UpdateAsync);
        group.MapDelete("/conversations/{id}/activities/{activity}", MessageEndpoints.Delete);
        group.MapGet("/conversations/{id}/members", RosterEndpoints.All);
        group.MapGet("/conversations/{id}/members/{member}", RosterEndpoints.One);
        group.MapGet("/conversations/{id}/pagedmembers", RosterEndpoints.PageAsync);
    }
}
