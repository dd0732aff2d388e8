namespace Spark.Engine.Reading.Checking;

/// <summary>Finds the cycles of a graph: its strongly connected components (Tarjan), without recursion, for bots of any size.</summary>
internal static class Components
{
    /// <summary>The components that hold a cycle.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(StepGraph graph)
    {
        var found = new List<IReadOnlyList<int>>();
        var search = new Search(graph, found);
        for (var node = 0; node < graph.Count; node++)
        {
            search.From(node);
        }

        return found;
    }

    private sealed class Search(StepGraph graph, List<IReadOnlyList<int>> found)
    {
        private readonly int[] order = new int[graph.Count];
        private readonly int[] low = new int[graph.Count];
        private readonly bool[] isOpen = new bool[graph.Count];
        private readonly Stack<int> path = new();
        private int count;

        public void From(int root)
        {
            if (order[root] != 0)
            {
                return;
            }

            var calls = new Stack<(int Node, IEnumerator<int?> Next)>();
            Enter(root, calls);
            while (calls.TryPeek(out var call))
            {
                if (!call.Next.MoveNext())
                {
                    calls.Pop();
                    call.Next.Dispose();
                    Leave(call.Node);
                    if (calls.TryPeek(out var parent))
                    {
                        low[parent.Node] = Math.Min(low[parent.Node], low[call.Node]);
                    }
                }
                else if (call.Next.Current is { } next)
                {
                    if (order[next] == 0)
                    {
                        Enter(next, calls);
                    }
                    else if (isOpen[next])
                    {
                        low[call.Node] = Math.Min(low[call.Node], order[next]);
                    }
                }
            }
        }

        private void Enter(int node, Stack<(int Node, IEnumerator<int?> Next)> calls)
        {
            order[node] = low[node] = ++count;
            isOpen[node] = true;
            path.Push(node);
            calls.Push((node, graph.Silently(node).GetEnumerator()));
        }

        private void Leave(int node)
        {
            if (low[node] != order[node])
            {
                return;
            }

            var members = new List<int>();
            int member;
            do
            {
                member = path.Pop();
                isOpen[member] = false;
                members.Add(member);
            }
            while (member != node);

            if (members.Count > 1 || graph.Silently(node).Any(next => next == node))
            {
                found.Add(members);
            }
        }
    }
}
