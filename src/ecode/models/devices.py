"""Where a training runs: one device or several processes, and in which precision."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from ecode.errors import ModelError


def join_processes() -> None:
    """Meet the other processes that `torchrun` or `accelerate launch` has started; without them, nothing."""
    if int(os.environ.get("WORLD_SIZE", "1")) > 1 and not dist.is_initialized():
        dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")


def has_bf16(device: torch.device) -> bool:
    """Whether it multiplies bfloat16 in hardware: newer CUDA devices, CPUs with AVX512-BF16 or AMX."""
    if device.type == "cuda":
        return torch.cuda.is_bf16_supported(including_emulation=False)
    known = torch.cpu.get_capabilities() if device.type == "cpu" else {}
    return bool(known.get("avx512_bf16") or known.get("amx_bf16"))


def known_device(name: str) -> torch.device:
    """The device of that name. Raises `ModelError` where there is none, or none on this machine."""
    try:
        return torch.empty(0, device=name).device
    except (RuntimeError, AssertionError) as error:  # torch asserts that it was built for a device
        reason = str(error).partition("\n")[0]
        raise ModelError(
            f"there is no device {name!r} here ({reason}): choose cpu, or cuda where there is one."
        ) from None


class Devices:
    """This process among all of them (`join_processes`); without others, the only one.

    Matrix products are those of bfloat16 (autocast) with `bf16`; None: where the device has them in hardware.
    """

    def __init__(self, device: str | None = None, bf16: bool | None = None, compile: bool = False) -> None:
        several = dist.is_available() and dist.is_initialized()
        self.rank, self.count = (dist.get_rank(), dist.get_world_size()) if several else (0, 1)
        found = "cuda" if torch.cuda.is_available() else "cpu"
        self.device = known_device(
            device or (f"{found}:{self.rank % torch.cuda.device_count()}" if found == "cuda" else found)
        )
        self.bf16 = has_bf16(self.device) if bf16 is None else bf16
        self._compile = compile

    @property
    def is_main(self) -> bool:
        return self.rank == 0

    def wait(self) -> None:
        """Until all processes are here."""
        if self.count > 1:
            dist.barrier()

    def wrap(self, model: nn.Module) -> nn.Module:
        """The model as it is called in a step: compiled where asked for, with averaged gradients among processes."""
        wrapped: nn.Module = torch.compile(model, dynamic=True) if self._compile else model  # type: ignore[assignment]
        if self.count > 1:
            wrapped = DistributedDataParallel(wrapped, find_unused_parameters=True)  # experts without a field
        return wrapped

    def autocast(self) -> AbstractContextManager[object]:
        return torch.autocast(self.device.type, torch.bfloat16) if self.bf16 else nullcontext()

    def share(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Every `count`-th row, at least one (which then counts nothing), on this device."""
        rows = batch["labels"].shape[0]
        if rows > self.rank:
            part = {name: value[self.rank :: self.count] for name, value in batch.items()}
        else:
            part = {name: value[:1] for name, value in batch.items()}
            part["labels"] = torch.full_like(part["labels"], -100)
        return {name: value.to(self.device, non_blocking=True) for name, value in part.items()}

    def total(self, value: Tensor) -> float:
        """The sum over all processes."""
        if self.count > 1:
            dist.all_reduce(value)
        return float(value)

    def agree(self, mine: bool) -> bool:
        """Whether any process says yes: all of them must take the same way."""
        return self.total(torch.tensor(float(mine), device=self.device)) > 0
