"""LLVM's intermediate representation."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_NAME = r'(?:[-a-zA-Z$._][-a-zA-Z$._0-9]*|"[^"]*")'


def _word(lexer: Llvm, hit: Hit) -> None:
    known = t.KEYWORD if hit[0] in lexer.keywords else t.ERROR
    lexer.emit(t.KEYWORD_TYPE if hit[0] in lexer.types else known, hit[0])


class Llvm(RegexLexer):
    """Lex LLVM's intermediate representation."""

    tag = "llvm"
    types = words("""
        double float fp128 half label metadata ppc_fp128 token void
    """)
    keywords = words("""
        aarch64_sve_vector_pcs aarch64_vector_pcs acq_rel acquire add addrspace addrspacecast afn alias aliasee align
        alignLog2 alignstack allOnes alloca allocsize alwaysInline alwaysinline amdgpu_cs amdgpu_es amdgpu_gs amdgpu_hs
        amdgpu_kernel amdgpu_ls amdgpu_ps amdgpu_vs and any anyregcc appending arcp argmemonly args arm_aapcs_vfpcc
        arm_aapcscc arm_apcscc ashr asm atomic atomicrmw attributes available_externally avr_intrcc avr_signalcc bit
        bitMask bitcast blockaddress br branchFunnel builtin byArg byte byteArray byval c call callbr callee caller
        calls canAutoHide catch catchpad catchret catchswitch cc ccc cfguard_checkcc cleanup cleanuppad cleanupret
        cmpxchg cold coldcc comdat common constant contract convergent critical cxx_fast_tlscc datalayout declare
        default define deplibs dereferenceable dereferenceable_or_null distinct dllexport dllimport dsoLocal dso_local
        dso_preemptable eq exact exactmatch extern_weak external externally_initialized extractelement extractvalue fadd
        false fast fastcc fcmp fdiv fence filter flags fmul fneg fpext fptosi fptoui fptrunc freeze frem from fsub
        funcFlags function gc getelementptr ghccc global guid gv hash hhvm_ccc hhvmcc hidden hot hotness icmp ifunc
        immarg inaccessiblemem_or_argmemonly inaccessiblememonly inalloca inbounds indir indirectbr info initialexec
        inline inlineBits inlinehint inrange inreg insertelement insertvalue insts intel_ocl_bicc inteldialect internal
        inttoptr invoke jumptable kind landingpad largest linkage linkonce linkonce_odr live load local_unnamed_addr
        localdynamic localexec lshr max min minsize module monotonic msp430_intrcc mul musttail naked name nand ne nest
        ninf nnan noInline noRecurse noalias nobuiltin nocapture nocf_check noduplicate noduplicates nofree
        noimplicitfloat noinline none nonlazybind nonnull norecurse noredzone noreturn nosync notEligibleToImport notail
        nounwind nsw nsz null nuw oeq offset oge ogt ole olt one opaque optforfuzzing optnone optsize or ord partition
        path personality phi prefix preserve_allcc preserve_mostcc private prologue protected ptrtoint ptx_device
        ptx_kernel readNone readOnly readnone readonly reassoc refs relbf release resByArg resume ret returnDoesNotAlias
        returned returns_twice safestack samesize sanitize_address sanitize_hwaddress sanitize_memory sanitize_memtag
        sanitize_thread sdiv section select seq_cst sext sge sgt shadowcallstack shl shufflevector sideeffect signext
        single singleImpl singleImplName sitofp sizeM1 sizeM1BitWidth sle slt source_filename speculatable
        speculative_load_hardening spir_func spir_kernel srem sret ssp sspreq sspstrong store strictfp sub summaries
        summary swiftcc swifterror swiftself switch syncscope tail tailcc target thread_local to triple true trunc type
        typeCheckedLoadConstVCalls typeCheckedLoadVCalls typeIdInfo typeTestAssumeConstVCalls typeTestAssumeVCalls
        typeTestRes typeTests typeid typeidCompatibleVTable udiv ueq uge ugt uitofp ule ult umax umin undef une
        uniformRetVal uniqueRetVal unknown unnamed_addr uno unordered unreachable unsat unwind urem uselistorder
        uselistorder_bb uwtable vFuncId vTableFuncs va_arg varFlags variable vcall_visibility virtFunc virtualConstProp
        volatile vscale weak weak_odr webkit_jscc willreturn win64cc within wpdRes wpdResolutions writeonly zeroext
        zeroinitializer zext
    """)
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(";.*?$", t.COMMENT_SINGLE),
            rule(r"\s+", t.TEXT),
            rule(rf"{_NAME}\s*:", t.NAME_LABEL),
            rule(rf"@(?:{_NAME}|\d+)|#\d+", t.NAME_VARIABLE_GLOBAL),
            rule(rf"[%!](?:{_NAME}|\d+)", t.NAME_VARIABLE),
            rule('c?"[^"]*"', t.STR),
            rule(r"0[xX]\h+", t.NUM),
            rule(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+(?:\.\d+)?)?", t.NUM),
            rule(r"[=<>{}\[\]()*.,!]|x", t.PUNCTUATION),  # any x, also one that begins a word
            rule(r"i[1-9]\d*", t.KEYWORD_TYPE),
            rule(r"\w+", _word),
        ],
    }
