namespace Spark.Cockpit.Access;

/// <summary>All API clients, the oldest first.</summary>
internal sealed record ClientList(IReadOnlyList<ClientView> Clients);
